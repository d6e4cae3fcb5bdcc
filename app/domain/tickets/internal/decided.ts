import type { Decision } from "~/domain/routing/choose-assignee";
import type { AssignmentTrace } from "~/domain/routing/trace";
import type { WaitingTicket } from "./waiting-tickets.server";

/** A ticket and what was decided about it. */
export type Decided = {
  ticket: WaitingTicket;
  decision: Decision;
  /** Null when the ticket goes on waiting for the reason it already states. */
  decisionId: string | null;
  trace: AssignmentTrace | null;
  /** The winner's places in use before. */
  load: number;
  handBackAt: Date;
};
