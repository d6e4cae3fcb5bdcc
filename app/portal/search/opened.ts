import { redirect } from "@remix-run/node";
import { noteOpened } from "~/domain/search/note-opened.server";
import type { Ctx, RequestArgs } from "~/http/ctx.server";
import { safeReturnPath, paths } from "~/http/paths";
import { publicAction, publicLoader } from "~/http/route.server";

type Args = RequestArgs & { params: Readonly<Record<string, string | undefined>> };

/** The way from a result to what it found, noted in the search log of the session that searched. */
export const loader = publicLoader(async (ctx, args) => {
  await note(ctx, args);
  const to = new URL(args.request.url).searchParams.get("to");
  return redirect(safeReturnPath(to, paths.home()), { headers: { "Cache-Control": "private, no-store" } });
});

/** The same for a page that goes there by itself. */
export const action = publicAction(async (ctx, args) => {
  await note(ctx, args);
  return new Response(null, { status: 204 });
});

const note = (ctx: Ctx, { params, request }: Args) =>
  noteOpened(ctx, {
    intentionId: params.intentionId ?? "",
    document: params.document ?? "",
    userAgent: request.headers.get("user-agent") ?? "",
  });
