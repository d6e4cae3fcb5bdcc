import { createHash } from "node:crypto";
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

/**
 * A row that stands for the mail: an insert that does nothing when the row is there, its parameters from $13 on, the
 * mail's id in $1. Without the row the mail is not kept.
 */
export type MailClaim = { name: string; insert: string; values: readonly unknown[] };

// One statement is one transaction and one round trip: the row, its bytes and its job exist together or not at all.
const receiveStatement = (claim: string): string => `with claim as (${claim}), inbound as (
      insert into inbound_mail (id, source, received_at, envelope_from, recipients, client_ip, helo, tls, size, sha256, imap_id)
      select $1::uuid, $2::mail_source, $3::timestamptz, $4::text, $5::text[], $6::text, $7::text, $8::boolean, $9::int,
        $10::text, $12::uuid from claim
    ), raw as (
      insert into raw_mail (inbound_id, bytes) select $1::uuid, $11::bytea from claim
    )
    select graphile_worker.add_job('mailroom.process', json_build_object('inboundId', $1::text),
      max_attempts := 25, job_key := 'mail:' || $1::text, priority := 0) from claim`;

const RECEIVE = { name: "receive-mail", text: receiveStatement("select 1") };

/**
 * Keeps the message, unread, with the job that will file it; when the promise resolves, both are committed, and the row
 * of the claim with them. `kept` is false, and nothing is done, when that row was there.
 */
export async function receiveMail(
  _ctx: Ctx,
  mail: ReceivedMail,
  claim?: MailClaim,
): Promise<{ inboundId: string; kept: boolean }> {
  const now = clock.now();
  const inboundId = newId(now.getTime());
  const statement = claim ? { name: claim.name, text: receiveStatement(`${claim.insert} returning 1`) } : RECEIVE;
  // Straight to the driver: Prisma would carry 25 MB as base64 inside JSON.
  const { rowCount } = await database().pool.query({
    ...statement,
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
      ...(claim?.values ?? []),
    ],
  });
  return { inboundId, kept: rowCount === 1 };
}
