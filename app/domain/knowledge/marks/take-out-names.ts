import type { MarkKind, Span, TakenOut } from "./mark";
import { addresses } from "./addresses";
import { companies } from "./companies";
import { knownOrganizations, knownPeople } from "./known-names";
import { metPeople } from "./met-names";
import { emails, links, namedNumbers, numbers, phones } from "./patterns";
import { splitSignature } from "./split-signature";

/** As much of a finding as a mark keeps. */
const MAX_FOUND = 2_000;

/** Who is known to be in the conversation: full names as written, signatures as they are added to answers. */
export type KnownNames = { people: readonly string[]; organizations: readonly string[]; signatures: readonly string[] };

/**
 * Takes what may name somebody out of an answer: people and organizations known from the ticket, people who are greeted,
 * have a title or a name that many have, companies by their legal form, addresses of mail and of streets, telephone and
 * other long numbers, plates, links, and the signature at the end. It rather takes out too much than too little: an
 * editor confirms each one. `wordFor` gives what stands in place of a kind,
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

/** Spans without overlap: what overlaps is one finding, and so are the parts of a name beside each other. */
function spansOf(text: string, { people, organizations }: KnownNames): Span[] {
  const all = [
    ...links(text),
    ...emails(text),
    ...knownOrganizations(text, organizations),
    ...companies(text),
    ...knownPeople(text, people),
    ...metPeople(text),
    ...addresses(text),
    ...namedNumbers(text),
    ...phones(text),
    ...numbers(text),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of all) {
    const last = kept.at(-1);
    if (last && (span.start < last.end || isOneName(text, last, span))) last.end = Math.max(last.end, span.end);
    else kept.push({ ...span });
  }
  return kept;
}

const isOneName = (text: string, a: Span, b: Span): boolean =>
  a.kind === "name" && b.kind === "name" && text.slice(a.end, b.start) === " ";
