import { cutText, indexedLocale } from "~/lib/indexed-text";
import type { ProjectedDocument } from "#search/projection";
import { isOpen } from "../states";
import type { SearchedMessage, SearchedTicket } from "./read-searched.server";

/**
 * What customers may read as well: words that only the desk sees (tags, notes) are in none of its texts. The desk's own
 * facets are never counted or asked for by customers.
 */
export function ticketDocument(ticket: SearchedTicket): ProjectedDocument {
  const { id, number, requester, organization, participants } = ticket;
  return {
    id: `ticket:${id}`,
    kind: "ticket",
    group: id,
    locale: indexedLocale(ticket.locale),
    title: ticket.subject,
    keywords: [`${number}`, requester, ...participants, organization ?? ""].filter(Boolean).join(" "),
    body: "",
    audience: [...staffOf(ticket), ...customersOf(ticket)],
    facets: [...facetsOf(ticket), ...fromFacets(ticket.requesterId, ticket.addresses)],
    at: ticket.publicAt,
    quality: 0,
    data: dataOf(ticket),
  };
}

/** Public messages have the ticket's readers, notes only those at the desk. */
export function messageDocument(ticket: SearchedTicket, message: SearchedMessage): ProjectedDocument {
  const note = message.kind === "note";
  return {
    id: `message:${message.id}`,
    kind: "message",
    group: ticket.id,
    locale: indexedLocale(ticket.locale),
    title: ticket.subject,
    keywords: [`${ticket.number}`, ...message.files].join(" "),
    body: cutText(message.text),
    audience: note ? staffOf(ticket) : [...staffOf(ticket), ...customersOf(ticket)],
    facets: [...facetsOf(ticket), ...fromFacets(message.authorId, message.addresses)],
    at: message.sentAt,
    quality: 0,
    data: { ...dataOf(ticket), author: message.author ?? "", note, messageId: message.id },
  };
}

const dataOf = ({ number, subject, state, requester, organization, snippet }: SearchedTicket) => ({
  number,
  subject,
  state,
  requester,
  organization,
  snippet,
});

const staffOf = ({ queueId, assigneeId, staffIds }: SearchedTicket): string[] => [
  ...new Set([
    `queue:${queueId}`,
    "all-tickets",
    ...(assigneeId ? [`staff:${assigneeId}`] : []),
    ...staffIds.map((personId) => `staff:${personId}`),
  ]),
];

const customersOf = ({ requesterId, participantIds, organizationId }: SearchedTicket): string[] => [
  ...new Set([`person:${requesterId}`, ...participantIds.map((personId) => `person:${personId}`)]),
  ...(organizationId ? [`org-tickets:${organizationId}`] : []),
];

const facetsOf = (ticket: SearchedTicket): string[] => [
  `queue=${ticket.queueId}`,
  `state=${ticket.state}`,
  `open=${isOpen(ticket.state) ? "yes" : "no"}`,
  ...ticket.tags.map((tag) => `tag=${tag.toLowerCase()}`),
  `assignee=${ticket.assigneeId ?? "none"}`,
  ...(ticket.organizationId ? [`org=${ticket.organizationId}`] : []),
  `priority=${ticket.priority}`,
  ...(ticket.typeId ? [`type=${ticket.typeId}`] : []),
  `number=${ticket.number}`,
  `channel=${ticket.channel}`,
];

const fromFacets = (personId: string | null, addresses: readonly string[]): string[] => [
  ...(personId ? [`from=${personId}`] : []),
  ...new Set(
    addresses.flatMap((address) => [`from=${address}`, `from=${address.slice(address.lastIndexOf("@") + 1)}`]),
  ),
];
