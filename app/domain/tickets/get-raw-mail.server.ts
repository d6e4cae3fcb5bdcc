import { hideFilingKeys } from "~/domain/mail/hide-filing-keys.server";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./policy";
import { visibleMessages } from "./visible.server";

export type RawMailFile = { number: number; bytes: Uint8Array };

/** The mail behind a message as it was received (RFC 5322) but for the keys of filing addresses, for staff who see the message. */
export async function getRawMail(ctx: Ctx, messageId: string): Promise<RawMailFile> {
  requireStaffActor(ctx.actor);
  if (!isId(messageId)) throw notFound();
  const [row] = await ctx.db.$queryRaw<RawMailFile[]>`
    select t.number, r.bytes
    from message m join ticket t on t.id = m.ticket_id join raw_mail r on r.inbound_id = m.inbound_id
    where m.id = ${messageId}::uuid and ${visibleMessages(ctx.actor, { deleted: "with" })}`;
  if (!row) throw notFound();
  return { number: row.number, bytes: hideFilingKeys(Buffer.from(row.bytes)) };
}
