import { z } from "zod";
import { conditionsOver } from "~/lib/conditions/schema";
import { SLA_FACTS } from "./facts";

export const SLA_KINDS = ["first_reply", "next_reply", "resolution"] as const;
export const SLA_PRIORITIES = ["urgent", "high", "normal", "low"] as const;
/** States that may stop the clocks; solved and closed always do. */
export const PAUSING_STATES = ["waiting_customer", "waiting_third", "snoozed"] as const;

/** What can be wrong with a policy; the message of the schema's issues, at the path of the field. */
export type PolicyProblem = "zeroTarget" | "tooLong" | "noTarget" | "badStep" | "badUrl" | "tooMany";
const problem = (code: PolicyProblem) => code;

const YEAR_SECONDS = 366 * 24 * 3_600;
const seconds = z
  .int(problem("zeroTarget"))
  .min(1, problem("zeroTarget"))
  .max(10 * YEAR_SECONDS, problem("tooLong"));

/** Seconds allowed by priority; a priority without a number has no such target. `wall` runs day and night. */
const target = z.object({
  clock: z.enum(["working", "wall"]).default("working"),
  seconds: z.object({
    urgent: seconds.optional(),
    high: seconds.optional(),
    normal: seconds.optional(),
    low: seconds.optional(),
  }),
});

/** `who`: the assignee, lead or manager of the queue's team (else of the assignee's), the queue's members, or one person. */
const action = z.discriminatedUnion("do", [
  z.object({ do: z.literal("notify"), who: z.union([z.enum(["assignee", "lead", "manager", "members"]), z.uuid()]) }),
  z.object({ do: z.literal("raise_priority"), to: z.enum(["urgent", "high", "normal"]) }),
  z.object({ do: z.literal("reroute"), queueId: z.uuid() }),
  z.object({
    do: z.literal("webhook"),
    url: z.url({ protocol: /^https?$/, error: problem("badUrl") }).max(500, problem("badUrl")),
  }),
]);

/** At a percentage of the budget used, or at seconds before (negative) or after (positive) the due time. */
const moment = z.union([
  z.object({ percent: z.int(problem("badStep")).min(1, problem("badStep")).max(1_000, problem("badStep")) }),
  z.object({
    offset: z.int(problem("badStep")).min(-YEAR_SECONDS, problem("badStep")).max(YEAR_SECONDS, problem("badStep")),
  }),
]);

const step = z.object({
  /** Of the step, kept through versions: it fires once per cycle. */
  id: z.uuid(),
  kind: z.enum(["any", ...SLA_KINDS]).default("any"),
  at: moment,
  actions: z.array(action).min(1, problem("badStep")).max(10, problem("tooMany")),
});

/** What one version of a policy says. An absent kind has no target. `calendarId` null is the company's own. */
export const policyRules = z.object({
  conditions: conditionsOver(SLA_FACTS),
  calendarId: z.uuid().nullable().default(null),
  targets: z
    .object({ first_reply: target.optional(), next_reply: target.optional(), resolution: target.optional() })
    .refine(
      (t) => SLA_KINDS.some((kind) => Object.values(t[kind]?.seconds ?? {}).some((s) => s !== undefined)),
      problem("noTarget"),
    ),
  pauses: z.array(z.enum(PAUSING_STATES)).default([...PAUSING_STATES]),
  ladder: z.array(step).max(20, problem("tooMany")).default([]),
});

export type PolicyRules = z.output<typeof policyRules>;
export type LadderStep = PolicyRules["ladder"][number];
export type LadderAction = LadderStep["actions"][number];
