import { hashMessageId } from "~/domain/mail/thread-keys.server";
import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";

const AT_ONCE = 500;

/** Deletes discarded mails whose thirty days are over, with their bytes and what made them repeats; answers how many. */
export async function purgeDiscarded(ctx: Ctx): Promise<number> {
  for (let purged = 0; ;) {
    const batch = await purgeSome(ctx);
    purged += batch;
    if (batch < AT_ONCE) return purged;
  }
}

const purgeSome = (ctx: Ctx): Promise<number> =>
  inTransaction(ctx, async (ctx) => {
    const gone = await ctx.db.$queryRaw<{ id: string; messageId: string }[]>`
      delete from inbound_mail where id in (
        select id from inbound_mail where outcome = 'discarded' and purge_at <= ${ctx.now}
        order by purge_at limit ${AT_ONCE}::int for update skip locked)
      returning id::text, message_id as "messageId"`;
    const ids = gone.filter(({ messageId }) => messageId !== "");
    if (ids.length)
      await ctx.db.seenMail.deleteMany({
        where: {
          idHash: { in: ids.map(({ messageId }) => hashMessageId(messageId)) },
          inboundId: { in: ids.map(({ id }) => id) },
        },
      });
    return gone.length;
  });
