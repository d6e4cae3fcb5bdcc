import { hideFilingKeys } from "~/domain/mail/hide-filing-keys.server";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { visibleMail } from "./visible-mail.server";

/** A received mail byte for byte (RFC 5322) but for the keys of filing addresses, for staff who see it. */
export async function getMailRaw(ctx: Ctx, id: string): Promise<{ bytes: Buffer }> {
  if (!isId(id)) throw notFound();
  const [row] = await ctx.db.$queryRaw<{ bytes: Uint8Array }[]>`
    select r.bytes from inbound_mail i join raw_mail r on r.inbound_id = i.id
    where i.id = ${id}::uuid and ${visibleMail(ctx.actor)}`;
  if (!row) throw notFound();
  return { bytes: hideFilingKeys(Buffer.from(row.bytes)) };
}
