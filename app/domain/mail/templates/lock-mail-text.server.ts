import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { isTextKey } from "./text-keys";

export type LockedMailText = { id: string; updatedAt: Date; archivedAt: Date | null };

/** The row of a text against other administrators; null when there is none (a built-in text that nobody changed). */
export async function lockMailText(ctx: Ctx, ref: string): Promise<LockedMailText | null> {
  if (isTextKey(ref))
    await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`mail_text.${ref}`}, 0))`;
  else if (!isId(ref)) return null;
  const [row] = await ctx.db.$queryRaw<LockedMailText[]>`
    select id, updated_at as "updatedAt", archived_at as "archivedAt" from mail_template
    where key = ${ref} or (key is null and id::text = ${ref}) for update`;
  return row ?? null;
}
