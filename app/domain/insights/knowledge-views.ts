/** Days that a figure of the knowledge base looks back. */
export const PERIODS = [7, 30, 90] as const;
export type Period = (typeof PERIODS)[number];

/** Searches beyond the newest so many are not counted on a screen. */
export const SEARCH_CAP = 20_000;

export const WANTED_ORDERS = ["wanted", "newest"] as const;
export type WantedOrder = (typeof WANTED_ORDERS)[number];

type Wanted = {
  locale: string;
  /** What `settleWish` takes to say that it is dealt with. */
  query: string;
  times: number;
  newest: Date;
};

/** A question that readers typed and nothing they opened answered. `without` of its searches found nothing at all. */
export type WantedSearch = Wanted & { kind: "search"; without: number };

/** An article that readers said does not help, with the newest of their words. */
export type WantedChange = Wanted & {
  kind: "article";
  articleId: string;
  title: string;
  comments: { reason: string | null; comment: string; at: Date }[];
};

export type WantedAnswer = WantedSearch | WantedChange;

export const SEARCH_OUTCOMES = ["without", "unopened", "opened"] as const;
export type SearchOutcome = (typeof SEARCH_OUTCOMES)[number];

/** Which searches: null takes all. */
export type SearchFilter = {
  half: "portal" | "desk" | null;
  locale: string | null;
  outcome: SearchOutcome | null;
  days: Period;
};

/** One intention: what was typed last, how much it found, and what was opened (`kind:id`, with its title if an article). */
export type SearchRow = {
  id: string;
  half: "portal" | "desk";
  locale: string;
  query: string;
  results: number;
  opened: string | null;
  openedTitle: string | null;
  startedAt: Date;
};

/** `capped`: only the newest of the period are counted. */
export type SearchFigures = { total: number; without: number; opened: number; capped: boolean };

/** What became of an article within a period. Deflected: solved by click, or opened and no ticket within 24 hours. */
export type ArticleFigures = { articleId: string; views: number; yes: number; no: number; deflected: number };

/** A reader's vote with words. */
export type ReaderComment = {
  articleId: string;
  reader: string;
  locale: string;
  title: string;
  helpful: boolean;
  reason: string | null;
  comment: string;
  at: Date;
  doneAt: Date | null;
};
