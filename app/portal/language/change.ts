import { redirect } from "@remix-run/node";
import { z } from "zod";
import { changeProfile } from "~/domain/identity/change-profile.server";
import { plainCookie } from "~/http/cookies.server";
import { readInput } from "~/http/forms.server";
import { paths, safeReturnPath } from "~/http/paths";
import { publicAction, publicLoader } from "~/http/route.server";
import { LOCALES } from "~/i18n/config";

const form = z.object({ locale: z.enum(LOCALES), to: z.string().max(2000).optional() });

/** Looking does nothing. */
export const loader = publicLoader(async () => redirect(paths.home()));

/** Remembers the language in this browser and in the account, and comes back. */
export const action = publicAction(async (ctx, { request }) => {
  const { locale, to } = await readInput(ctx, request, form);
  if (ctx.actor.kind === "person") await changeProfile(ctx, ctx.actor.personId, { locale });
  return redirect(safeReturnPath(to, paths.home()), { headers: { "Set-Cookie": plainCookie("lang", locale) } });
});
