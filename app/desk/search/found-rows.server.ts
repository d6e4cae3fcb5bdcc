import type { MarkedText } from "~/components/ui/suggestions";
import { findReadableHelp } from "~/domain/knowledge/find-readable-help.server";
import { isNoted } from "~/domain/search/noted-documents";
import { printOperator } from "~/domain/search/operators";
import type { IndexAnswer } from "~/domain/search/search-index.server";
import { type FoundTicket, listFoundTickets } from "~/domain/tickets/list-found-tickets.server";
import type { PersonCtx } from "~/http/ctx.server";
import { foundPath } from "~/http/found-path";
import { paths } from "~/http/paths";

type Hit = IndexAnswer["hits"][number];

/** One line of the results. */
export type FoundRow = {
  /** kind:id, unique in a page; as the search log names it when it may be noted */
  document: string;
  kind: string;
  href: string;
  title: MarkedText;
  /** the language of the texts */
  locale: string;
  snippet: MarkedText;
  at: Date;
  /** who wrote the message that was found, and whether it is a note; null for the ticket itself */
  author: string | null;
  note: boolean;
  /** category, address, organization, domain: whatever tells it from others */
  facts: string[];
  ticket: Omit<FoundTicket, "portalState" | "activityAt"> | null;
};

/** Lines for what was found. Rights are read again: what the agent may not see now is left out. */
export async function foundRows(ctx: PersonCtx, hits: readonly Hit[]): Promise<FoundRow[]> {
  const [{ tickets, messageIds }, isReadable] = await Promise.all([
    listFoundTickets(ctx, hits),
    findReadableHelp(ctx, hits),
  ]);
  return hits.flatMap((hit) => {
    if (hit.kind !== "ticket" && hit.kind !== "message") return isReadable(hit) ? [plainRow(ctx, hit)] : [];
    const ticket = tickets.get(hit.group);
    return ticket ? [ticketRow(hit, ticket, messageIds)] : [];
  });
}

function ticketRow(hit: Hit, ticket: FoundTicket, readable: ReadonlySet<string>): FoundRow {
  const { portalState: _, activityAt, ...facts } = ticket;
  const { messageId, author, note } = hit.data;
  const message = typeof messageId === "string" && readable.has(messageId);
  return {
    document: `ticket:${ticket.id}`,
    kind: "ticket",
    href: paths.desk.ticket(ticket.number),
    title: currentSubject(hit.title, ticket.subject),
    locale: ticket.locale,
    snippet: message || hit.kind === "ticket" ? hit.snippet : [],
    at: message ? hit.at : activityAt,
    author: message && typeof author === "string" && author ? author : null,
    note: message && note === true,
    facts: [],
    ticket: facts,
  };
}

/** The marked title where it is still the subject. */
const currentSubject = (title: MarkedText, subject: string): MarkedText =>
  title.map(({ text }) => text).join("") === subject ? title : [{ text: subject, match: false }];

function plainRow(ctx: PersonCtx, hit: Hit): FoundRow {
  const { kind, group, locale, data, title, at } = hit;
  const texts = [data.category, data.address, data.organization, data.domain];
  const summary = typeof data.summary === "string" ? data.summary : "";
  return {
    document: `${kind}:${group}`,
    kind,
    href: kind === "organization" ? organizationPath(ctx, hit) : foundPath(hit),
    title,
    locale,
    snippet: hit.snippet.length || !summary ? hit.snippet : [{ text: summary, match: false }],
    at,
    author: null,
    note: false,
    facts: texts.filter((text): text is string => typeof text === "string" && text !== ""),
    ticket: null,
  };
}

/** Administrators keep organizations; agents see what its people asked. */
function organizationPath({ actor }: PersonCtx, { group, title }: Hit): string {
  if (actor.role === "administrator") return paths.desk.admin(`organizations/${group}`);
  const value = title
    .map(({ text }) => text)
    .join("")
    .replaceAll('"', " ");
  return paths.desk.search({ q: printOperator({ name: "org", value, not: false }) });
}

/** The document of a line as the log takes it; null for people. */
export const notedDocument = ({ document }: Pick<FoundRow, "document">): string | null =>
  isNoted(document) ? document : null;
