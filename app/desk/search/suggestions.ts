import { agentLoader } from "~/http/route.server";
import { readTyped } from "./read-search";
import { suggestDesk } from "./suggest-desk.server";

/** The lines under the desk's search field, for the place of the caret (`at`). */
export const loader = agentLoader(async (ctx, { request }) => {
  const params = new URL(request.url).searchParams;
  const q = readTyped(params.get("q"));
  const at = Number(params.get("at") ?? q.length);
  const caret = Number.isInteger(at) ? Math.min(Math.max(at, 0), q.length) : q.length;
  const userAgent = request.headers.get("user-agent") ?? "";
  return Response.json(await suggestDesk(ctx, { q, caret, userAgent }), {
    headers: { "Cache-Control": "private, no-store" },
  });
});
