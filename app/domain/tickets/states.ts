import type { Channel, MessageKind, MessageSide, Priority, SendMode, TicketState } from "~/generated/prisma/enums";

export type { Channel, MessageKind, MessageSide, Priority, SendMode, TicketState };

export const STATES = [
  "new",
  "open",
  "waiting_customer",
  "waiting_third",
  "snoozed",
  "solved",
  "closed",
] as const satisfies readonly TicketState[];
export const PRIORITIES = ["urgent", "high", "normal", "low"] as const satisfies readonly Priority[];
export const SEND_MODES = ["wait", "keep_open", "solve"] as const satisfies readonly SendMode[];

/** Still somebody's work: everything but solved and closed. */
export const isOpen = (state: TicketState): boolean => state !== "solved" && state !== "closed";

/** The state in the customer's words: `tickets:portal.received` and so on. */
export type PortalState = "received" | "in_progress" | "waiting_for_you" | "solved" | "closed";

export function portalState(state: TicketState): PortalState {
  if (state === "new") return "received";
  if (state === "waiting_customer") return "waiting_for_you";
  return state === "solved" || state === "closed" ? state : "in_progress";
}

/** Where a ticket goes when an agent's reply is released. */
export const stateAfterReply: Record<SendMode, TicketState> = {
  wait: "waiting_customer",
  keep_open: "open",
  solve: "solved",
};

/** Where a ticket goes when it takes a customer's words; whether a closed one does is the mail settings' to say. */
export const stateAfterCustomer = (state: TicketState): TicketState => (state === "new" ? "new" : "open");

/** The built-in status of a state, as the first migration writes it. */
export const builtInStatusId = (state: TicketState): string =>
  `00000000-0000-7000-8000-00000000000${STATES.indexOf(state) + 1}`;

/** The priority's short name, P1 to P4. */
export const priorityCode = (priority: Priority): string => `P${PRIORITIES.indexOf(priority) + 1}`;
