import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { filingKeyIn } from "./filing-address.server";
import { visibleMail } from "./visible-mail.server";

/**
 * A received mail byte for byte (RFC 5322), for staff who see it. Only an agent's private filing address, which mail
 * systems write into Received and Delivered-To, has its key crossed out: who reads it could file mail as that agent.
 */
export async function getMailRaw(ctx: Ctx, id: string): Promise<{ bytes: Buffer }> {
  if (!isId(id)) throw notFound();
  const [row] = await ctx.db.$queryRaw<{ bytes: Uint8Array; recipients: string[] }[]>`
    select r.bytes, i.recipients from inbound_mail i join raw_mail r on r.inbound_id = i.id
    where i.id = ${id}::uuid and ${visibleMail(ctx.actor)}`;
  if (!row) throw notFound();
  const bytes = Buffer.from(row.bytes);
  for (const key of row.recipients.flatMap((address) => filingKeyIn(address) ?? [])) crossOut(bytes, key);
  return { bytes };
}

function crossOut(bytes: Buffer, key: string): void {
  const [written, capitals] = [Buffer.from(key), Buffer.from(key.toUpperCase())];
  for (const one of [written, capitals])
    for (let at = bytes.indexOf(one); at >= 0; at = bytes.indexOf(one, at + one.length))
      bytes.fill("x", at, at + one.length);
}
