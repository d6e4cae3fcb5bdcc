import type { Priority, TicketState } from "../states";

/** What a change asks for; what is absent stays. */
export type Changes = {
  subject?: string;
  /** Wins over `state`. */
  statusId?: string;
  state?: TicketState;
  snoozeUntil?: Date;
  priority?: Priority;
  queueId?: string;
  typeId?: string | null;
  assigneeId?: string | null;
  assetId?: string | null;
  contractId?: string | null;
  tags?: readonly string[];
  tagIds?: readonly string[];
};
