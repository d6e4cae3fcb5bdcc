import { redirect } from "@remix-run/node";
import { paths } from "~/http/paths";
import { publicLoader } from "~/http/route.server";

/** The help centre in the reader's language. */
export const loader = publicLoader(async (ctx) => {
  throw redirect(paths.help(ctx.locale), {
    headers: { "Cache-Control": "private, no-store", Vary: "Cookie, Accept-Language" },
  });
});
