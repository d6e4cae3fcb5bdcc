import { setImmediate } from "node:timers/promises";
import { MailUnreadable } from "~/domain/mail/mime/mail-unreadable";
import { type ParsedMail, parseMail } from "~/domain/mail/mime/parse-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { envelopeSenderOf } from "../envelope-sender";
import type { TracedFacts } from "../mail-trace";
import type { KeptMail } from "./traced-mail-facts";

type Row = KeptMail & {
  id: string;
  receivedAt: Date;
  subject: string;
  from: string;
  /** The queue of the address it came to. */
  queueId: string | null;
  known: TracedFacts["known"];
  thread: TracedFacts["thread"];
  source: string;
};

/** A received mail that rules were, or would have been, asked about. */
export type ReplayMail = Omit<Row, "source"> & { mail: ParsedMail };

const BATCH_BYTES = 4_000_000;

/**
 * The newest mails of people, newest first, read again from their bytes a few at a time. What is no mail any more is left
 * out, and bounces, repeats, loops, staff's replies and blocked senders never meet a rule.
 */
export async function* readReplayMails(ctx: Ctx, count: number): AsyncGenerator<ReplayMail> {
  const rows = await listNewest(ctx, count);
  for (let from = 0; from < rows.length;) {
    let [to, bytes] = [from, 0];
    while (to < rows.length && (to === from || bytes + rows[to]!.size <= BATCH_BYTES)) bytes += rows[to++]!.size;
    const batch = rows.slice(from, to);
    const raw = await readBytes(ctx, batch);
    for (const row of batch) {
      const mail = await parseKept(row, raw.get(row.id));
      if (mail) yield { ...row, mail };
      // Other requests have their turn between two mails.
      await setImmediate();
    }
    from = to;
  }
}

async function listNewest(ctx: Ctx, count: number): Promise<Row[]> {
  return ctx.db.$queryRaw<Row[]>`
    select i.id, i.received_at as "receivedAt", i.subject, i.from_address as "from", i.queue_id::text as "queueId", i.auth,
      i.trace, i.size, i.envelope_from as "envelopeFrom", i.recipients, i.source::text as source,
      case i.outcome when 'joined' then 'join' when 'linked' then 'link' else 'new' end as thread,
      coalesce((select case p.role when 'customer' then 'customer' else 'staff' end
        from email_address e join person p on p.id = e.person_id where e.address = lower(i.from_address)), 'unknown') as known
    from inbound_mail i
    where i.stage in ('held', 'done') and i.blocked_by is null and case when i.trace is null
      then i.outcome in ('opened', 'joined', 'linked')
      else jsonb_path_exists(i.trace, '$.stages[*] ? (@.stage == "rules")') end
    order by i.received_at desc, i.id desc limit ${count}::int`;
}

async function readBytes(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, Buffer>> {
  const found = await ctx.db.rawMail.findMany({
    where: { inboundId: { in: rows.map(({ id }) => id) } },
    select: { inboundId: true, bytes: true },
  });
  return new Map(found.map(({ inboundId, bytes }) => [inboundId, Buffer.from(bytes)]));
}

async function parseKept(row: Row, bytes: Buffer | undefined): Promise<ParsedMail | null> {
  if (!bytes) return null;
  return parseMail(bytes, envelopeSenderOf(row)).catch((error: unknown) => {
    if (error instanceof MailUnreadable) return null;
    throw error;
  });
}
