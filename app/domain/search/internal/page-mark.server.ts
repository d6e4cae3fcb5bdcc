import { seal, unseal } from "~/platform/secret-box.server";

const PURPOSE = "search/next";

/**
 * The engine's mark of the next page as readers get it: sealed, because it holds how rare each word is among all
 * documents, also those that the reader may not read, and because what somebody made up must not reach the engine.
 */
export const sealPageMark = (mark: string | null): string | null =>
  mark && Buffer.from(seal(PURPOSE, mark), "base64").toString("base64url");

/** The engine's mark again; null for anything else: the first page is shown then. */
export const readPageMark = (sealed: string | null | undefined): string | null =>
  sealed ? unseal(PURPOSE, sealed) : null;
