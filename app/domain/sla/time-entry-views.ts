/** Time somebody spent on a ticket. Costs are in minor units of `currency`. */
export type TimeEntryView = {
  id: string;
  person: { id: string; name: string };
  startedAt: Date;
  /** Null while the timer runs. */
  endedAt: Date | null;
  /** As of `ctx.now` while it runs. */
  seconds: number;
  billable: boolean;
  note: string;
  /** Null for who may not know what the time of this person costs. */
  cost: number | null;
  currency: string;
  version: number;
  /** Its contract, and whether it draws hours from it. */
  contract: { id: string; number: string; draws: boolean } | null;
  /** The reader may change it. */
  mine: boolean;
};

/** `costs` are empty too for who may not see every cost among them: a part would pass for the whole. */
export type TimeTotals = { seconds: number; billableSeconds: number; costs: { currency: string; amount: number }[] };

/** The reader's own running timer, on whatever ticket. */
export type RunningTimer = { entryId: string; number: number; startedAt: Date };
