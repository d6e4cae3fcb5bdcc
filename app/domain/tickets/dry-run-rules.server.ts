import { type DryRun, dryRun } from "~/domain/routing/dry-run";
import { getRules } from "~/domain/routing/get-rules.server";
import { assertAdministers } from "~/domain/routing/policy";
import { readThingsInUse } from "~/domain/routing/newest-rules.server";
import type { Rule } from "~/domain/routing/rules";
import { readSimulatedRoster } from "~/domain/routing/read-simulated-roster.server";
import type { Ctx } from "~/platform/ctx.server";
import { readReplayTickets } from "./internal/read-replay-tickets.server";

const REPLAYED = 500;

/** The dry run with the names of what it speaks of. */
export type NamedDryRun = DryRun & {
  /** The version that the rules were compared with. */
  version: number;
  names: Record<string, string>;
};

/** What the newest 500 tickets would have become under these rules instead of the saved ones. Saves nothing. */
export async function dryRunRules(ctx: Ctx, rules: readonly Rule[]): Promise<NamedDryRun> {
  assertAdministers(ctx.actor);
  const saved = await getRules(ctx);
  const { alive, openAt } = await readThingsInUse(ctx, [...saved.rules, ...rules]);
  const tickets = await readReplayTickets(ctx, REPLAYED, openAt);
  const roster = await readSimulatedRoster(ctx, tickets[0]?.at ?? ctx.now);
  const outcome = dryRun({ before: saved.rules, after: rules, tickets, alive, roster });
  const ids = new Set([
    ...outcome.queues.map(({ queueId }) => queueId),
    ...outcome.differing.flatMap(({ before, after }) => [before.personId, after.personId].filter((id) => id !== null)),
  ]);
  const named = await ctx.db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from queue where id = any(${[...ids]}::uuid[])
    union all select id, name from person where id = any(${[...ids]}::uuid[])`;
  return { ...outcome, version: saved.version, names: Object.fromEntries(named.map(({ id, name }) => [id, name])) };
}
