import type { DocumentKind, SearchDocument } from "./document";

/** A document as its domain makes it; the index adds when its source was read. */
export type ProjectedDocument = Omit<SearchDocument, "version">;

/** How things of one sort get into the index; `C` is the application's context. */
export type Projection<C> = {
  /** What `markChanged` calls it. */
  mark: string;
  /** The kinds of the documents made of it; their `group` is the id that is marked. */
  kinds: readonly DocumentKind[];
  /** A thing's documents go together: while it has any, none of those it had before is missing. */
  whole: boolean;
  /** The documents of those things that may be found by anybody at all; nothing for deleted and unknown ids. */
  documentsOf(ctx: C, ids: readonly string[]): Promise<ProjectedDocument[]>;
  /** Ids after `after` in the order of ids, and where to go on; `next` is null at the end. */
  walk(ctx: C, after: string | null): Promise<{ ids: string[]; next: string | null }>;
  /** About how many things a walk passes. */
  count(ctx: C): Promise<number>;
  /** How many documents the index should have of them. */
  countDocuments(ctx: C): Promise<number>;
  /** Things that changed since then, also where no command did it: dates that came due, votes. */
  recent(ctx: C, since: Date): Promise<string[]>;
};
