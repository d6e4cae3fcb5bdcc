import { redirect } from "@remix-run/node";
import { removeAbsence } from "~/domain/routing/remove-absence.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { agentAction, agentLoader } from "~/http/route.server";
import { dutyPath } from "../duty-path";

/** Looking does nothing. */
export const loader = agentLoader(async (ctx, { params }) => redirect(dutyPath(ctx, idParam(params, "personId"))));

export const action = agentAction(async (ctx, { params }) => {
  const personId = idParam(params, "personId");
  return actAndReturn(dutyPath(ctx, personId), () => removeAbsence(ctx, personId, idParam(params, "absenceId")), {
    key: "agents:toast.absenceRemoved",
  });
});
