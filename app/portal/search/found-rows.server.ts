import type { MarkedText } from "~/components/ui/suggestions";
import type { IndexAnswer } from "~/domain/search/search-index.server";
import { findReadableHelp } from "~/domain/knowledge/find-readable-help.server";
import { isNoted } from "~/domain/search/noted-documents";
import { type FoundTicket, listFoundTickets } from "~/domain/tickets/list-found-tickets.server";
import type { PortalState } from "~/domain/tickets/states";
import type { Ctx } from "~/http/ctx.server";
import { foundPath } from "~/http/found-path";
import { paths } from "~/http/paths";

type Hit = IndexAnswer["hits"][number];

/** One line of the results: what it is, where it leads, what of it matches. */
export type FoundRow = {
  /** kind:id, as the search log names it */
  document: string;
  kind: string;
  href: string;
  /** as the index found it; the ticket's subject when that has changed */
  title: MarkedText;
  /** the language of the texts */
  locale: string;
  snippet: MarkedText;
  category: string | null;
  at: Date;
  ticket: { number: number; state: PortalState; statusName: string | null } | null;
};

/** Lines for what was found. Rights are read again: what the reader may not see now is left out. */
export async function foundRows(ctx: Ctx, hits: readonly Hit[]): Promise<FoundRow[]> {
  const [{ tickets, messageIds }, isReadable] = await Promise.all([
    listFoundTickets(ctx, hits),
    findReadableHelp(ctx, hits),
  ]);
  return hits.flatMap((hit) => {
    if (hit.kind !== "ticket" && hit.kind !== "message") return isReadable(hit) ? [helpRow(hit)] : [];
    const ticket = tickets.get(hit.group);
    if (!ticket) return [];
    const readable = hit.kind === "ticket" || messageIds.has(String(hit.data.messageId));
    return [ticketRow(hit, ticket, readable)];
  });
}

function helpRow(hit: Hit): FoundRow {
  const { kind, group, locale, data } = hit;
  const document = `${kind}:${group}`;
  const summary = typeof data.summary === "string" ? data.summary : "";
  return {
    document: isNoted(document) ? document : "",
    kind,
    href: foundPath(hit),
    title: hit.title,
    locale,
    snippet: hit.snippet.length || !summary ? hit.snippet : [{ text: summary, match: false }],
    category: typeof data.category === "string" && data.category ? data.category : null,
    at: hit.at,
    ticket: null,
  };
}

function ticketRow(hit: Hit, ticket: FoundTicket, readable: boolean): FoundRow {
  const { number, portalState, statusName, subject, locale } = ticket;
  return {
    document: `ticket:${ticket.id}`,
    kind: "ticket",
    href: paths.ticket(number),
    title: currentSubject(hit.title, subject),
    locale,
    snippet: readable ? hit.snippet : [],
    category: null,
    at: ticket.activityAt,
    ticket: { number, state: portalState, statusName },
  };
}

/** The marked title where it is still the subject. */
export const currentSubject = (title: MarkedText, subject: string): MarkedText =>
  title.map(({ text }) => text).join("") === subject ? title : [{ text: subject, match: false }];
