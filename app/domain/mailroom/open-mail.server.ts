import { type ParsedMail, parseMail } from "~/domain/mail/mime/parse-mail.server";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { envelopeSenderOf } from "./envelope-sender";
import { visibleMail } from "./visible-mail.server";

const KEPT_MS = 60_000;
const KEPT_BYTES = 64_000_000;

type Kept = { mail: Promise<ParsedMail>; size: number };

/** Mails that were read a moment ago, the oldest first. What a mail says never changes. */
const kept = new Map<string, Kept>();

/**
 * A received mail read from its bytes, for staff who see it; 404 else. Throws MailUnreadable. A page and the hundreds of
 * pictures that a stranger may have put into a mail of 25 MB read it once.
 */
export async function openMail(ctx: Ctx, id: string): Promise<ParsedMail> {
  if (!isId(id)) throw notFound();
  const bytes = kept.has(id) ? Prisma.sql`null::bytea` : Prisma.sql`r.bytes`;
  const [row] = await ctx.db.$queryRaw<{ bytes: Uint8Array | null; source: string; envelopeFrom: string }[]>`
    select ${bytes} as bytes, i.source::text as source, i.envelope_from as "envelopeFrom"
    from inbound_mail i join raw_mail r on r.inbound_id = i.id where i.id = ${id}::uuid and ${visibleMail(ctx.actor)}`;
  if (!row) throw notFound();
  const known = kept.get(id);
  if (known) return known.mail;
  // It was let go while its row was asked for.
  if (!row.bytes) return openMail(ctx, id);
  return keep(id, Buffer.from(row.bytes), envelopeSenderOf(row));
}

function keep(id: string, bytes: Buffer, envelopeFrom: string | null): Promise<ParsedMail> {
  const one = { mail: parseMail(bytes, envelopeFrom), size: bytes.length };
  kept.set(id, one);
  let total = 0;
  for (const { size } of kept.values()) total += size;
  for (const [oldest, { size }] of kept) {
    if (total <= KEPT_BYTES || oldest === id) break;
    kept.delete(oldest);
    total -= size;
  }
  setTimeout(() => void (kept.get(id) === one && kept.delete(id)), KEPT_MS).unref();
  return one.mail;
}
