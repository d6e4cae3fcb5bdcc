import type { ContractUnit } from "~/generated/prisma/enums";
import type { ContractState } from "~/domain/sla/contract-views";
import type { RunningTimer, TimeEntryView, TimeTotals } from "~/domain/sla/time-entry-views";

/** The contract of a ticket as its agents see it; `covers` is false when it ended before the ticket was opened. */
export type TicketContract = {
  id: string;
  number: string;
  name: string;
  state: ContractState;
  /** It gives the ticket its policy; else it is the last one that covered, and has ended. */
  covers: boolean;
  endsAt: Date;
  policy: string | null;
  unit: ContractUnit;
  entitled: number;
  used: number;
};

/** What the ticket's page says of product, contract and time. */
export type TicketTime = {
  asset: { id: string; name: string; serial: string } | null;
  contract: TicketContract | null;
  /** Newest first, the last eight. */
  entries: TimeEntryView[];
  entryCount: number;
  totals: TimeTotals;
  /** The reader's own, on this or another ticket. */
  timer: RunningTimer | null;
  /** The reader may log time here. */
  mayLog: boolean;
  /** Today in the reader's zone, "YYYY-MM-DD". */
  today: string;
};
