export const MARK_KINDS = ["name", "organization", "email", "phone", "number", "address", "link", "signature"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** What stood in the text, what stands there now. In the order of the text; equal findings are marked each time. */
export type TakenOut = { kind: MarkKind; found: string; replacement: string };

/** A part of the text that may name somebody: offsets in UTF-16 units. */
export type Span = { start: number; end: number; kind: MarkKind };
