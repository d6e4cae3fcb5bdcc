import { redirect } from "@remix-run/node";
import { z } from "zod";
import { resetMailText } from "~/domain/mail/templates/reset-mail-text.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("mail/templates")));

const form = z.object({ base: z.string().max(40) });

/** Back to the product's own words. */
export const action = adminAction(async (ctx, { request, params }) => {
  const ref = params.ref ?? "";
  const { base } = await readInput(ctx, request, form);
  return actAndReturn(paths.desk.admin(`mail/templates/${ref}`), () => resetMailText(ctx, ref, base), {
    key: "templates:reset.done",
  });
});
