import { redirect } from "@remix-run/node";
import { archiveSkill } from "~/domain/routing/archive-skill.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("skills")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const skillId = idParam(params, "skillId");
  const restore = (await readInput(ctx, request, archiveForm)).restore === "yes";
  return actAndReturn(paths.desk.admin(`skills/${skillId}`), () => archiveSkill(ctx, skillId, { restore }), {
    key: restore ? "desk:toast.restored" : "desk:toast.archived",
  });
});
