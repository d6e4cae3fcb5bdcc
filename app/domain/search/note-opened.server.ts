import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { sessionKey } from "./internal/session-key.server";

/** What of a search leads to an answer; who was looked up is nobody's business. */
const NOTED = /^(article|faq|news|ticket):[0-9a-f-]{36}$/;

export const isNoted = (document: string): boolean => NOTED.test(document);

/** Notes which document a search led to, for the session that searched; the last one counts. */
export async function noteOpened(
  ctx: Ctx,
  { intentionId, document, userAgent }: { intentionId: string; document: string; userAgent: string },
): Promise<void> {
  if (!isId(intentionId) || !isNoted(document)) return;
  const session = await sessionKey(ctx, userAgent);
  await ctx.db.searchIntention.updateMany({ where: { id: intentionId, session }, data: { opened: document } });
}
