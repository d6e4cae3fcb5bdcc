import { createHash } from "node:crypto";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { fileStorage } from "~/platform/file-storage.server";
import { fileKey } from "./internal/file-key";

export type StoredFileRef = { fileId: string; sha256: string; size: number };

/**
 * Keeps bytes once per content and gives their row; the row is safe from the sweep for a day, in which something must
 * refer to it. Writes to the store: call it before a transaction where that is possible.
 */
export async function storeFile(ctx: Ctx, bytes: Uint8Array): Promise<StoredFileRef> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const storage = await fileStorage();
  const key = fileKey(sha256);
  if (!(await storage.exists(key))) await storage.put(key, bytes);
  const [row] = await ctx.db.$queryRaw<{ id: string }[]>(
    prepared(Prisma.sql`
    insert into stored_file (id, sha256, size, created_at)
    values (${newId(ctx.now.getTime())}::uuid, ${sha256}, ${bytes.length}, ${ctx.now})
    on conflict (sha256) do update set created_at = greatest(stored_file.created_at, excluded.created_at)
    returning id`),
  );
  // A sweep that held the row until now has taken the bytes with it; from here on the row is young and stays.
  if (!(await storage.exists(key))) await storage.put(key, bytes);
  return { fileId: row!.id, sha256, size: bytes.length };
}
