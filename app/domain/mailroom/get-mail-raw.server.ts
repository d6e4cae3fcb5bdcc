import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { visibleMail } from "./visible-mail.server";

export type MailBytes = { bytes: Buffer; envelopeFrom: string | null };

/** A received mail byte for byte (RFC 5322), for staff who see it; `envelopeFrom` is null where nobody knows it. */
export async function getMailRaw(ctx: Ctx, id: string): Promise<MailBytes> {
  if (!isId(id)) throw notFound();
  const [row] = await ctx.db.$queryRaw<{ bytes: Uint8Array; source: string; envelopeFrom: string }[]>`
    select r.bytes, i.source::text as source, i.envelope_from as "envelopeFrom"
    from inbound_mail i join raw_mail r on r.inbound_id = i.id where i.id = ${id}::uuid and ${visibleMail(ctx.actor)}`;
  if (!row) throw notFound();
  const envelopeFrom = row.source === "smtp" ? row.envelopeFrom : row.envelopeFrom || null;
  return { bytes: Buffer.from(row.bytes), envelopeFrom };
}
