import type { Ctx } from "~/platform/ctx.server";

const DAYS = 7;

/** Deletes uploads nobody sent within seven days, except those a draft still holds. */
export async function sweepUploads(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - DAYS * 86_400_000);
  return ctx.db.$executeRaw`
    delete from upload u where u.created_at < ${before}
      and not exists (select 1 from draft d where d.person_id = u.owner_id and u.id = any(d.upload_ids))`;
}
