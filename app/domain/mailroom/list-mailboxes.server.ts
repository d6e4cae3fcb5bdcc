import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import type { Mailbox, Mailboxes } from "./mailboxes";

const FRESH_MS = 2_000;
let held: { url: string; until: number; boxes: Mailboxes } | undefined;

/** Every queue's addresses by their normal form; at most two seconds old unless `fresh`. */
export async function listMailboxes(ctx: Ctx, fresh = false): Promise<Mailboxes> {
  const { url } = database();
  if (!fresh && held?.url === url && held.until > Date.now()) return held.boxes;
  const rows: Mailbox[] = await ctx.db.queueAddress.findMany({
    where: { queue: { archivedAt: null } },
    select: { address: true, queueId: true },
  });
  const boxes = new Map(rows.map((row) => [row.address.toLowerCase(), row]));
  held = { url, until: Date.now() + FRESH_MS, boxes };
  return boxes;
}
