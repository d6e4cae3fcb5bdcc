import { createHash } from "node:crypto";
import type { DocumentKind } from "./document";

/** Kinds that are searched with one index: their words are counted together. */
export const FAMILIES = {
  help: ["article", "faq", "news"],
  cases: ["ticket", "message"],
  people: ["contact", "organization"],
} as const satisfies Record<string, readonly DocumentKind[]>;
export type Family = keyof typeof FAMILIES;

export const familyOf = (kind: DocumentKind): Family =>
  (Object.keys(FAMILIES) as Family[]).find((family) => (FAMILIES[family] as readonly string[]).includes(kind)) ??
  "cases";

/** Documents ranked for one question: of a common word the newest ones. */
export const MOST_RANKED = 2000;

/** The same for suggestions while somebody types. */
export const MOST_SUGGESTED_FROM = 300;

/** Days after which half of the bonus for being new is gone, and how much that bonus is. */
export const FRESHNESS: Record<Family, { days: number; bonus: number }> = {
  help: { days: 365, bonus: 0.04 },
  cases: { days: 90, bonus: 0.3 },
  people: { days: 365, bonus: 0.05 },
};

/** Goes up when documents are written into the index in another way than before: an older index is built anew. */
const WRITING = 1;

/** What an index was built with; another value asks for a rebuild. */
export const fingerprint = (): string =>
  createHash("sha256")
    .update(JSON.stringify([WRITING, FAMILIES]))
    .digest("hex")
    .slice(0, 16);
