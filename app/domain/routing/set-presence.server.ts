import { forbidden } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { assertPlansFor } from "./assert-plans-for.server";
import { lockProfile } from "./internal/lock-profile.server";
import { notePresence } from "./internal/note-presence.server";
import type { AgentPresence } from "./presence";
import { wakeQueues } from "./wake-queues.server";

/**
 * Sets whether somebody takes tickets: everybody one's own presence; administrators and the lead of a team may set others
 * off. Of two at once the later one holds. Work in hand stays; handing it over is a command of tickets.
 */
export async function setPresence(ctx: Ctx, personId: string, presence: AgentPresence): Promise<void> {
  await assertPlansFor(ctx, personId, { own: true });
  const own = ctx.actor.kind === "person" && ctx.actor.personId === personId;
  if (!own && ctx.actor.kind === "person" && presence !== "off") throw forbidden();
  await inTransaction(ctx, async (ctx) => {
    const before = await lockProfile(ctx, personId);
    await ctx.db.$executeRaw`
      update agent_profile set presence = ${presence}::agent_presence, auto_away = false,
        presence_at = case when presence = ${presence}::agent_presence then presence_at else ${ctx.now} end,
        seen_at = case when ${own} then ${ctx.now} else seen_at end
      where person_id = ${personId}::uuid`;
    if (before.presence === presence) return;
    await notePresence(ctx, personId, { from: before.presence, to: presence, auto: false });
    if (presence === "available") await wakeQueues(ctx, { personId });
  });
}
