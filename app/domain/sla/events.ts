import type { Priority, SlaKind } from "~/generated/prisma/enums";

/** Which step of which cycle: `warning`, `breach`, or the id of a step of the ladder. */
type StepOfCycle = { targetId: string; kind: SlaKind; cycle: number; step: string };

declare module "~/platform/events.server" {
  interface EventData {
    /** A quarter of the budget is left. `late`: the due time had passed as well before anybody could be told. */
    "sla.warned": StepOfCycle & { late?: true };
    /** The due time passed. `atOnce`: a change moved it into the past. */
    "sla.breached": StepOfCycle & { atOnce?: true };
    /** A step of the ladder was taken: whom to tell (as in the policy's `who`), and what it changed on the ticket. */
    "sla.escalated": StepOfCycle & {
      /** The version whose step it is. */
      policyVersionId?: string;
      who: string[];
      priority?: Priority;
      queueId?: string;
    };
  }
}
