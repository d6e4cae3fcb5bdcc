import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { notePresence } from "./internal/note-presence.server";
import { AWAY_AFTER_MS } from "./presence";

const BATCH = 200;

/** Whoever is available without a sign of an open tab for five minutes is away until the next one. Answers how many. */
export async function sweepDuty(ctx: Ctx): Promise<number> {
  for (let swept = 0; ;) {
    const gone = await sweepSome(ctx);
    swept += gone;
    if (gone < BATCH) return swept;
  }
}

function sweepSome(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const gone = await ctx.db.$queryRaw<{ personId: string }[]>`
      update agent_profile set presence = 'away', auto_away = true, presence_at = ${ctx.now} where person_id in (
        select person_id from agent_profile where presence = 'available'
          and coalesce(seen_at, presence_at) < ${new Date(ctx.now.getTime() - AWAY_AFTER_MS)}
        order by person_id limit ${BATCH} for no key update skip locked)
      returning person_id as "personId"`;
    for (const { personId } of gone) await notePresence(ctx, personId, { from: "available", to: "away", auto: true });
    return gone.length;
  });
}
