import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { newId } from "~/lib/id";
import type { MailSource } from "~/generated/prisma/client";
import { clock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

/** What came in, as the sender's program handed it over; recipients are the envelope's, empty when there was none. */
export type ReceivedMail = {
  bytes: Buffer;
  source: MailSource;
  /** Empty for the null sender. */
  envelopeFrom: string;
  recipients: string[];
  clientIp?: string;
  helo?: string;
  tls?: boolean;
  /** The mailbox that it was fetched from. */
  imapId?: string;
};

/** Largest message taken, in octets. */
export const MAX_MAIL_BYTES = 25 * 1024 * 1024;

/** Text columns take no NUL and need no more than this of what a stranger's program says. */
const clean = (text: string, length: number) => text.replaceAll("\0", "").slice(0, length);

// One statement is one transaction and one round trip: the row, its bytes and its job exist together or not at all.
const RECEIVE = {
  name: "receive-mail",
  text: `with inbound as (
      insert into inbound_mail (id, source, received_at, envelope_from, recipients, client_ip, helo, tls, size, sha256, imap_id)
      values ($1, $2::mail_source, $3, $4, $5, $6, $7, $8, $9, $10, $12)
    ), raw as (
      insert into raw_mail (inbound_id, bytes) values ($1, $11)
    )
    select graphile_worker.add_job('mailroom.process', json_build_object('inboundId', $1::text),
      max_attempts := 25, job_key := 'mail:' || $1::text, priority := 0)`,
};

/**
 * Keeps the message, unread, with the job that will file it; when the promise resolves, both are committed. With `within`
 * they are part of that connection's transaction, under the id that it has chosen.
 */
export async function receiveMail(
  _ctx: Ctx,
  mail: ReceivedMail,
  within?: { client: ClientBase; inboundId: string },
): Promise<{ inboundId: string }> {
  const now = clock.now();
  const inboundId = within?.inboundId ?? newId(now.getTime());
  // Straight to the driver: Prisma would carry 25 MB as base64 inside JSON.
  await (within?.client ?? database().pool).query({
    ...RECEIVE,
    values: [
      inboundId,
      mail.source,
      now,
      clean(mail.envelopeFrom, 320),
      mail.recipients.map((recipient) => clean(recipient, 320)),
      clean(mail.clientIp ?? "", 60),
      clean(mail.helo ?? "", 255),
      mail.tls ?? false,
      mail.bytes.length,
      createHash("sha256").update(mail.bytes).digest("hex"),
      mail.bytes,
      mail.imapId ?? null,
    ],
  });
  return { inboundId };
}
