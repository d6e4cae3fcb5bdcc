import { forbidden } from "~/lib/errors";
import type { Actor, PersonActor } from "~/platform/ctx.server";
import type { TicketState } from "./states";

export type TicketAct =
  | "ticket.open"
  | "ticket.reply"
  | "ticket.note"
  | "ticket.change"
  | "ticket.assign"
  | "ticket.pull"
  | "ticket.merge"
  | "ticket.unmerge"
  | "ticket.delete"
  | "ticket.restore"
  | "ticket.follow"
  | "ticket.draft"
  | "ticket.solve"
  | "ticket.reopen"
  | "ticket.invite"
  | "ticket.removeParticipant"
  | "ticket.editMessage"
  | "ticket.read"
  | "ticket.logTime";

/** What the rules look at. That the actor sees the ticket at all is settled by the query that loaded it. */
export type PolicyTicket = {
  queueId: string;
  requesterId: string;
  assigneeId: string | null;
  state: TicketState;
  deletedAt: Date | null;
};

const CUSTOMER_ACTS: readonly TicketAct[] = [
  "ticket.reply",
  "ticket.solve",
  "ticket.reopen",
  "ticket.invite",
  "ticket.read",
];

/** What staff may do on a ticket of another queue that they follow or were mentioned in. */
const GUEST_ACTS: readonly TicketAct[] = [
  "ticket.note",
  "ticket.follow",
  "ticket.draft",
  "ticket.editMessage",
  "ticket.read",
  "ticket.logTime",
];

/** Acts on a ticket in the bin: nothing but getting it out again. */
const BIN_ACTS: readonly TicketAct[] = ["ticket.restore", "ticket.read"];

/**
 * Whether the actor's role allows the act on a ticket the actor sees. Staff work in their queues and on what is
 * assigned to them, administrators everywhere; elsewhere they only add notes. Customers talk, solve, reopen and invite.
 * The product and its rules may all.
 */
export function mayTicket(actor: Actor, act: TicketAct, ticket: PolicyTicket): boolean {
  if (ticket.deletedAt && !BIN_ACTS.includes(act)) return false;
  if (actor.kind === "system" || actor.kind === "rule") return true;
  if (actor.kind === "anonymous") return false;
  if (actor.role === "customer") return CUSTOMER_ACTS.includes(act);
  return worksOn(actor, ticket) || GUEST_ACTS.includes(act);
}

function worksOn(actor: PersonActor, ticket: PolicyTicket): boolean {
  if (actor.role === "administrator" || actor.queueIds.includes(ticket.queueId)) return true;
  return ticket.assigneeId === actor.personId;
}

/** Refuses with 403 what `mayTicket` does not allow. */
export function authorize(actor: Actor, act: TicketAct, ticket: PolicyTicket): void {
  if (!mayTicket(actor, act, ticket)) throw forbidden();
}

/** Whether the actor may open a ticket for this requester: customers only for themselves, nobody unknown. */
export function mayOpenTicket(actor: Actor, requesterId: string): boolean {
  if (actor.kind === "system" || actor.kind === "rule") return true;
  if (actor.kind === "anonymous") return false;
  return actor.role !== "customer" || actor.personId === requesterId;
}

/** The person behind an act that only people do. */
export function requirePersonActor(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw forbidden();
  return actor;
}

/** A member of staff. */
export function requireStaffActor(actor: Actor): PersonActor {
  const person = requirePersonActor(actor);
  if (person.role === "customer") throw forbidden();
  return person;
}
