import { type OutboundMailRecord, readMailBytes } from "~/domain/mail/read-mail-bytes.server";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { visibleMails } from "./internal/visible-mails.server";

export type OutboxRecord = OutboundMailRecord & { ticketNumber: number | null; bytes: Buffer };

/** One outgoing mail that the actor may read, with its bytes (RFC 5322); 404 for everybody else. */
export async function readOutboxMail(ctx: Ctx, id: string): Promise<OutboxRecord> {
  const [seen] = await ctx.db.$queryRaw<{ ticketNumber: number | null }[]>`
    select t.number as "ticketNumber" from outbound_mail o left join ticket t on t.id = o.thread_id
    where o.id = ${id}::uuid and ${visibleMails(ctx.actor)}`;
  const mail = seen && (await readMailBytes(ctx, id));
  if (!mail) throw notFound();
  return { ...mail, ticketNumber: seen.ticketNumber };
}
