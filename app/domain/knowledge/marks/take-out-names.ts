import type { MarkKind, Span, TakenOut } from "./mark";
import { addresses, emails, links, numbers, phones } from "./patterns";
import { greetedNames, knownNames } from "./names";
import { splitSignature } from "./split-signature";

/** As much of a finding as a mark keeps. */
const MAX_FOUND = 2_000;

/** Who is known to be in the conversation: full names as written, signatures as they are added to answers. */
export type KnownNames = { people: readonly string[]; organizations: readonly string[]; signatures: readonly string[] };

/**
 * Takes what may name somebody out of an answer: people and organizations known from the ticket and those greeted,
 * addresses of mail and of streets, telephone and other long numbers, links, and the signature at the end. It rather
 * takes out too much than too little: an editor confirms each one. `wordFor` gives what stands in place of a kind,
 * such as `[name]`; a signature leaves nothing.
 */
export function takeOutNames(
  text: string,
  known: KnownNames,
  wordFor: (kind: MarkKind) => string,
): { text: string; marks: TakenOut[] } {
  const { body, signature } = splitSignature(text, known.signatures);
  const marks: TakenOut[] = [];
  let clean = "";
  let from = 0;
  for (const { start, end, kind } of spansOf(body, known)) {
    const replacement = wordFor(kind);
    marks.push({ kind, found: body.slice(start, Math.min(end, start + MAX_FOUND)), replacement });
    clean += body.slice(from, start) + replacement;
    from = end;
  }
  clean += body.slice(from);
  if (signature) marks.push({ kind: "signature", found: signature.slice(0, MAX_FOUND), replacement: "" });
  return { text: clean.trimEnd(), marks };
}

/** Spans without overlap: what begins first, and of those the longest. */
function spansOf(text: string, { people, organizations }: KnownNames): Span[] {
  const all = [
    ...links(text),
    ...emails(text),
    ...knownNames(text, organizations, "organization"),
    ...knownNames(text, people, "name"),
    ...greetedNames(text),
    ...addresses(text),
    ...phones(text),
    ...numbers(text),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of all) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
