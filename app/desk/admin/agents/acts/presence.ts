import { redirect } from "@remix-run/node";
import { z } from "zod";
import { getAgent } from "~/domain/routing/get-agent.server";
import { PRESENCES } from "~/domain/routing/presence";
import { setPresence } from "~/domain/routing/set-presence.server";
import { endDuty } from "~/domain/tickets/end-duty.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { referringPath } from "~/http/referring-path";
import { agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { dutyPath } from "../duty-path";

const presenceForm = z.object({
  presence: z.enum(PRESENCES, "common:error.invalid"),
  /** The question what becomes of work in hand has been answered. */
  asked: z.literal("yes").optional(),
  handOver: z.literal("yes").optional(),
});

/** Looking does nothing. */
export const loader = agentLoader(async (ctx, { params }) => redirect(dutyPath(ctx, idParam(params, "personId"))));

/** Available, away or off. Who goes off with work in hand is asked first what becomes of it. */
export const action = agentAction(async (ctx, { request, params }) => {
  const personId = idParam(params, "personId");
  const { presence, asked, handOver } = await readInput(ctx, request, presenceForm);
  const page = dutyPath(ctx, personId);
  if (presence === "off" && !asked && (await getAgent(ctx, personId)).inHand > 0)
    return redirect(`${page}?off=yes#off`);
  const ends = presence === "off" && handOver;
  const { handed } = ends ? await endDuty(ctx, personId) : { handed: 0 };
  if (!ends) await setPresence(ctx, personId, presence);
  if (handed) return redirectWithToast(page, { key: "agents:toast.handedOver", params: { count: handed } });
  const back = asked ? page : (referringPath(request) ?? paths.desk.home());
  return redirectWithToast(back, { key: `agents:toast.${presence}` });
});
