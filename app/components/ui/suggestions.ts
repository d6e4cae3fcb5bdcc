/** Text cut where it matches; no markup in it. */
export type MarkedText = readonly { text: string; match: boolean }[];

/** One line: leads to `href`, or puts `value` into the field. */
export type Suggestion = {
  label: MarkedText;
  note?: string;
  href?: string;
  value?: string;
  /** Told by POST that the line was chosen. */
  opened?: string;
};

/** What a route of suggestions answers, all in the reader's language. */
export type Suggestions = {
  groups: { label: string; items: Suggestion[] }[];
  /** Read out: how many there are. */
  status: string;
  /** Set where what was searched for is kept in this browser alone, under `key`. */
  recent?: { key: string; label: string; forget: string };
};
