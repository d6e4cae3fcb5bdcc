import type { ContractUnit } from "~/generated/prisma/enums";

/** What administrators are told of a contract: days before its end, its end, a fifth left, nothing left. */
export type NoticeCode = "days" | "ended" | "low" | "empty";

/** How a contract stands; `ends_soon` from 30 days before its end, `empty` while the period lasts and nothing is left. */
export type ContractState = "not_begun" | "live" | "ends_soon" | "empty" | "ended";

/** How much a contract entitles to: seconds with `hours`, tickets with `tickets`; `left` may be below zero. */
export type ContractBalance = {
  unit: ContractUnit;
  entitled: number;
  used: number;
  /** Null without a limit. */
  left: number | null;
};

export type ContractRow = ContractBalance & {
  id: string;
  number: string;
  name: string;
  state: ContractState;
  /** First and last day, "YYYY-MM-DD", in `timeZone`. */
  startsOn: string;
  endsOn: string;
  timeZone: string;
  /** The period as instants, half-open. */
  startsAt: Date;
  endsAt: Date;
  policy: { id: string; name: string } | null;
  /** The first three by name, and how many there are. */
  organizations: { id: string; name: string }[];
  organizationCount: number;
  archivedAt: Date | null;
};

export type CoveredAsset = { id: string; name: string; serial: string; organization: string | null };

export type ContractDetails = Omit<ContractRow, "organizationCount"> & {
  noticeDays: number[];
  notes: string;
  version: number;
  /** Without any the contract covers everything of its organizations. */
  assets: CoveredAsset[];
};

/** What one ticket or one stretch of time took. */
export type DrawRow = {
  id: string;
  at: Date;
  ticket: { number: number; subject: string };
  /** Who worked; null when the ticket itself was counted. */
  person: string | null;
  note: string;
  seconds: number;
  tickets: number;
};
