import type { SearchLocale } from "../document";
import type { Asked } from "./asked";

/** A document of the page that was asked for, with what is the same in every row: groups found and documents ranked. */
export type Row = {
  groups: number;
  candidates: number;
  facets: Record<string, number> | null;
  score: number | null;
  group_id: string | null;
  id: string;
  kind: string;
  locale: SearchLocale;
  title: string;
  body: string;
  data: Record<string, string | number | boolean | null>;
  at: number;
};

/** What one family of kinds answers. */
export type FamilyAnswer = {
  rows: Row[];
  groups: number;
  capped: boolean;
  facets: Record<string, number>;
  asked: Asked[];
  weights: number[];
  corrected: { from: string; to: string }[];
};
