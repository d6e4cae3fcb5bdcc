import { getAgent } from "~/domain/routing/get-agent.server";
import { setPresence } from "~/domain/routing/set-presence.server";
import { endDuty } from "~/domain/tickets/end-duty.server";
import type { TokenCtx } from "~/http/token-route.server";
import { byMethod, serve } from "../route.server";
import { changePresence, readPresence } from "../service-operations";

async function ownPresence(ctx: TokenCtx) {
  const { presence, load, capacity } = await getAgent(ctx, ctx.actor.personId);
  return { presence, load, capacity };
}

export const loader = serve(readPresence, ownPresence, "staff");

export const action = byMethod({
  PUT: serve(
    changePresence,
    async (ctx, { body }) => {
      if (body.presence === "off" && body.handOver) await endDuty(ctx, ctx.actor.personId);
      else await setPresence(ctx, ctx.actor.personId, body.presence);
      return ownPresence(ctx);
    },
    "staff",
  ),
});
