import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { sessionKey } from "./internal/session-key.server";
import { isNoted } from "./noted-documents";

/** Notes which document a search led to, for the session that searched; the last one counts. */
export async function noteOpened(
  ctx: Ctx,
  { intentionId, document, userAgent }: { intentionId: string; document: string; userAgent: string },
): Promise<void> {
  if (!isId(intentionId) || !isNoted(document)) return;
  const session = await sessionKey(ctx, userAgent);
  await ctx.db.searchIntention.updateMany({ where: { id: intentionId, session }, data: { opened: document } });
}
