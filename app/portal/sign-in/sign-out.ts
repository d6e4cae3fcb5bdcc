import { redirect } from "@remix-run/node";
import { signOut } from "~/domain/identity/sign-out.server";
import { paths } from "~/http/paths";
import { publicAction, publicLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = publicLoader(async () => redirect(paths.home()));

/** Ends the session of this browser. */
export const action = publicAction(async (ctx, { request }) =>
  redirect(paths.home(), { headers: { "Set-Cookie": await signOut(ctx, request.headers.get("cookie")) } }),
);
