import { getAgent } from "~/domain/routing/get-agent.server";
import { setPresence } from "~/domain/routing/set-presence.server";
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
      await setPresence(ctx, ctx.actor.personId, body.presence);
      return ownPresence(ctx);
    },
    "staff",
  ),
});
