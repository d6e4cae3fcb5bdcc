import type { Ctx } from "~/platform/ctx.server";
import { fileStorage } from "~/platform/file-storage.server";
import { inTransaction } from "~/platform/transaction.server";
import { fileKey } from "./internal/file-key";

const BATCH = 200;

/**
 * Deletes files that nothing has referred to for a day, row and bytes. The row stays locked until the bytes are gone,
 * so that a `storeFile` of the same content waits and then writes them anew.
 */
export async function sweepFiles(ctx: Ctx): Promise<number> {
  let total = 0;
  for (;;) {
    const swept = await sweepBatch(ctx);
    total += swept;
    if (swept < BATCH) return total;
  }
}

function sweepBatch(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - 86_400_000);
  return inTransaction(ctx, async ({ db }) => {
    // Rows that somebody is referring to right now are skipped; the second look sees what was committed since.
    const idle = await db.$queryRaw<{ id: string }[]>`
      select f.id from stored_file f where f.created_at < ${before}
        and not exists (select 1 from upload u where u.file_id = f.id)
        and not exists (select 1 from attachment a where a.file_id = f.id)
        and not exists (select 1 from saved_reply_file s where s.file_id = f.id)
        and not exists (select 1 from article_image i where i.file_id = f.id)
      order by f.created_at limit ${BATCH} for update skip locked`;
    const gone = await db.$queryRaw<{ sha256: string }[]>`
      delete from stored_file f where f.id = any(${idle.map((row) => row.id)}::uuid[])
        and not exists (select 1 from upload u where u.file_id = f.id)
        and not exists (select 1 from attachment a where a.file_id = f.id)
        and not exists (select 1 from saved_reply_file s where s.file_id = f.id)
        and not exists (select 1 from article_image i where i.file_id = f.id)
      returning f.sha256`;
    const storage = await fileStorage();
    for (const { sha256 } of gone) await storage.remove(fileKey(sha256));
    return gone.length;
  });
}
