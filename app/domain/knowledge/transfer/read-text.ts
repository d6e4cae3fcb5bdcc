import { TEXT_LOCALES, type TextLocale } from "../schema";
import type { Note } from "./transfer-file";

export const isTextLocale = (value: string): value is TextLocale => (TEXT_LOCALES as readonly string[]).includes(value);

/** One language of an article or FAQ as a file, or a row of one, gives it. */
export type ReadText = {
  /** Where it stands: the file, and the row's line in a .csv. */
  path: string;
  line?: number;
  locale: TextLocale;
  /** The category's slug. */
  category: string;
  slug: string;
  title: string;
  summary: string;
  /** Separated by commas, as they are stored. */
  keywords: string;
  /** Links as written in the file. */
  markdown: string;
  /** The line of the file on which `markdown` begins. */
  bodyLine: number;
  state: "published" | "draft";
  /** What the file says of the whole article; absent where it says nothing. */
  kind?: "article" | "faq";
  audience?: "public" | "customers" | "organizations" | "agents";
  organizations?: string[];
  /** Its place in the category, from 0. */
  position?: number;
  /** YYYY-MM-DD. */
  reviewBy?: string;
  updated?: string;
  /** The source text, for a translation. */
  source?: { locale: TextLocale; slug: string };
  notes: Note[];
};
