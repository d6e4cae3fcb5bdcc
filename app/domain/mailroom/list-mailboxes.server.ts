import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import type { Mailbox, Mailboxes } from "./mailboxes";

const FRESH_MS = 2_000;
let held: { url: string; until: number; boxes: Mailboxes } | undefined;

/** Every queue's addresses, and the first queue; at most two seconds old unless `fresh`. */
export async function listMailboxes(ctx: Ctx, fresh = false): Promise<Mailboxes> {
  const { url } = database();
  if (!fresh && held?.url === url && held.until > Date.now()) return held.boxes;
  const rows = await ctx.db.$queryRaw<(Partial<Mailbox> & { queueId: string })[]>`
    select a.address, a.answer, q.id::text as "queueId" from queue q left join queue_address a on a.queue_id = q.id
    where q.archived_at is null order by q.position, q.id`;
  const byAddress = new Map<string, Mailbox>();
  for (const { address, queueId, answer } of rows)
    if (address) byAddress.set(address.toLowerCase(), { address, queueId, answer });
  const boxes: Mailboxes = { byAddress, firstQueueId: rows[0]?.queueId ?? null };
  held = { url, until: Date.now() + FRESH_MS, boxes };
  return boxes;
}
