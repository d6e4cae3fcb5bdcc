import { noteQueues } from "~/domain/tickets/note-queues.server";
import type { Ctx } from "~/platform/ctx.server";
import { type Mailboxes, mailboxOf } from "./mailboxes";

/**
 * Copies that came while a mail waited for a person learn what became of it, and the ticket which other queues they came
 * to: the same mail to two queues is one ticket with both noted, also when it was held.
 */
export async function tellRepeats(
  ctx: Ctx,
  inboundId: string,
  boxes: Mailboxes,
  { threadId, entryId }: { threadId: string; entryId: string },
): Promise<void> {
  const copies = await ctx.db.$queryRaw<{ recipients: string[] }[]>`
    update inbound_mail set thread_id = ${threadId}::uuid, entry_id = ${entryId}::uuid
    where duplicate_of = ${inboundId}::uuid and thread_id is null returning recipients`;
  const addresses = copies.flatMap(({ recipients }) => recipients);
  await noteQueues(
    ctx,
    threadId,
    addresses.flatMap((address) => mailboxOf(boxes, address)?.queueId ?? []),
  );
}
