import type { SlaKind } from "~/generated/prisma/enums";
import { bumpEpoch } from "~/domain/sla/bump-epoch.server";
import { type PolicyRules, policyRules } from "~/domain/sla/schema";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { STORY_TIME } from "./cast";

export const HOUR = 3_600;

/** The story's instant `minutes` after its beginning, Friday 10:54 UTC. */
export const storyTime = (minutes: number) => new Date(Date.parse(STORY_TIME) + minutes * 60_000);

const hours = (seconds: number) => ({ urgent: seconds / 4, high: seconds / 2, normal: seconds, low: seconds * 2 });

/** One hour to the first and every next reply, eight to the resolution, for normal tickets; by wall time unless told otherwise. */
export const simpleRules = (over: Partial<PolicyRules> = {}, clock: "wall" | "working" = "wall"): PolicyRules =>
  policyRules.parse({
    conditions: {},
    targets: {
      first_reply: { clock, seconds: hours(HOUR) },
      next_reply: { clock, seconds: hours(HOUR) },
      resolution: { clock, seconds: hours(8 * HOUR) },
    },
    ...over,
  });

/** A policy, or a new version of one, as the administrator's commands write it. */
export async function writePolicy(rules: PolicyRules, { policyId, name }: { policyId?: string; name?: string } = {}) {
  return inTransaction(systemCtx(), async (ctx) => {
    const id = policyId ?? newId();
    if (!policyId) {
      const position = await ctx.db.slaPolicy.count();
      await ctx.db.slaPolicy.createMany({ data: [{ id, name: name ?? `Policy ${position + 1}`, position }] });
    } else await ctx.db.slaPolicy.updateMany({ where: { id }, data: { version: { increment: 1 } } });
    const { version } = await ctx.db.slaPolicy.findUniqueOrThrow({ where: { id } });
    const versionId = newId();
    await ctx.db.slaPolicyVersion.createMany({ data: [{ id: versionId, policyId: id, version, rules, at: ctx.now }] });
    await bumpEpoch(ctx);
    return { policyId: id, versionId };
  });
}

/** Takes every policy out of use. */
export const archivePolicies = () =>
  inTransaction(systemCtx(), async (ctx) => {
    await ctx.db.slaPolicy.updateMany({ data: { archivedAt: ctx.now } });
    await bumpEpoch(ctx);
  });

/** A ticket's cycles in order of kind and cycle. */
export const targetsOf = (ticketId: string, kind?: SlaKind) =>
  database().prisma.slaTarget.findMany({
    where: { ticketId, ...(kind && { kind }) },
    include: { alarms: { orderBy: { step: "asc" } } },
    orderBy: [{ kind: "asc" }, { cycle: "asc" }],
  });

/** The newest cycle of a kind. */
export async function newestOf(ticketId: string, kind: SlaKind) {
  const target = (await targetsOf(ticketId, kind)).at(-1);
  if (!target) throw new Error(`no ${kind}`);
  return target;
}
