import { createHash } from "node:crypto";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

/** First 128 bits of SHA-256 of the Message-ID without its angle brackets, written as a UUID. */
export function hashMessageId(messageId: string): string {
  const bare = messageId.trim().replace(/^<|>$/g, "");
  const hex = createHash("sha256").update(bare).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

export type FoundThreadKey = { messageId: string; threadId: string; entryId: string | null };

/** The threads of those Message-IDs that are known, in the order asked. */
export async function findThreadKeys(ctx: Ctx, messageIds: readonly string[]): Promise<FoundThreadKey[]> {
  if (!messageIds.length) return [];
  const hashes = messageIds.map(hashMessageId);
  const rows = await ctx.db.$queryRaw<{ idHash: string; threadId: string; entryId: string | null }[]>(
    prepared(Prisma.sql`
    select id_hash::text as "idHash", thread_id::text as "threadId", entry_id::text as "entryId"
    from thread_key where id_hash = any(${hashes}::uuid[])`),
  );
  const byHash = new Map(rows.map((row) => [row.idHash, row]));
  return messageIds.flatMap((messageId, i) => {
    const row = byHash.get(hashes[i]!);
    return row ? [{ messageId, threadId: row.threadId, entryId: row.entryId }] : [];
  });
}

/** Notes that the Message-ID belongs to the thread; the first thread to claim an id keeps it. */
export async function rememberThreadKey(
  ctx: Ctx,
  messageId: string,
  threadId: string,
  entryId: string | null,
): Promise<void> {
  await ctx.db.$executeRaw`
    insert into thread_key (id_hash, thread_id, entry_id, at)
    values (${hashMessageId(messageId)}::uuid, ${threadId}::uuid, ${entryId}::uuid, ${ctx.now})
    on conflict (id_hash) do nothing`;
}
