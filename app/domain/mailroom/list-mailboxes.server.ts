import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import type { Mailbox, Mailboxes } from "./mailboxes";

const FRESH_MS = 2_000;
let held: { url: string; until: number; boxes: Mailboxes } | undefined;

/** Every queue's addresses, an archived one's too, and the first queue in use; at most two seconds old unless `fresh`. */
export async function listMailboxes(ctx: Ctx, fresh = false): Promise<Mailboxes> {
  const { url } = database();
  if (!fresh && held?.url === url && held.until > Date.now()) return held.boxes;
  const rows = await ctx.db.$queryRaw<(Partial<Mailbox> & { queueId: string; archived: boolean })[]>`
    select a.address, a.answer, q.id::text as "queueId", q.archived_at is not null as archived
    from queue q left join queue_address a on a.queue_id = q.id order by q.position, q.id`;
  const byAddress = new Map<string, Mailbox>();
  for (const { address, queueId, answer } of rows)
    if (address) byAddress.set(address.toLowerCase(), { address, queueId, answer });
  const boxes: Mailboxes = { byAddress, firstQueueId: rows.find(({ archived }) => !archived)?.queueId ?? null };
  held = { url, until: Date.now() + FRESH_MS, boxes };
  return boxes;
}
