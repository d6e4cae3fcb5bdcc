import type { ROUTING_FACTS } from "./facts";
import type { RoutingFacts } from "./apply-rules";
import type { Priority } from "./priorities";

/** Of a long text rules read the beginning. */
const READ = 20_000;

/** What is known of a ticket as it comes, before anything is decided. */
export type NewTicket = {
  channel: string;
  /** Addresses of queues that the mail was sent to. */
  addresses: readonly string[];
  /** The requester's addresses. */
  senders: readonly string[];
  subject: string;
  text: string;
  language: string;
  organizationId: string | null;
  region: string | null;
  contractId: string | null;
  typeId: string | null;
  priority: Priority;
  queueId: string;
  /** The calendars open at that moment. */
  openCalendarIds: readonly string[];
};

/** The facts that routing rules ask for. */
export function routingFacts(ticket: NewTicket): RoutingFacts {
  return {
    channel: ticket.channel,
    address: ticket.addresses,
    sender: ticket.senders,
    subject: ticket.subject,
    words: `${ticket.subject}\n${ticket.text.slice(0, READ)}`,
    language: ticket.language,
    organization: ticket.organizationId,
    region: ticket.region,
    contract: ticket.contractId,
    type: ticket.typeId,
    priority: ticket.priority,
    queue: ticket.queueId,
    time: ticket.openCalendarIds,
  } satisfies Record<keyof typeof ROUTING_FACTS, unknown>;
}
