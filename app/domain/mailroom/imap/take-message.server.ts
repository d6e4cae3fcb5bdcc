import { MAX_MAIL_BYTES, receiveMail } from "~/domain/mail/receive-mail.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { namesOurAddress } from "./names-our-address.server";

/** A message by its place: a mailbox, and uid and UIDVALIDITY there (RFC 9051, 2.3.1.1). */
export type Place = { accountId: string; uidValidity: bigint; uid: number };

const CLAIM = `insert into imap_message (account_id, uid_validity, uid, inbound_id)
  values ($12, $13::bigint, $14::bigint, $1)
  on conflict (account_id, uid_validity, uid) do update set inbound_id = excluded.inbound_id, "left" = null
  where imap_message."left" = 'refused'`;

/**
 * Makes a fetched message ours: its uid, its bytes and its job in one transaction. False, and nothing done, when that
 * uid was taken before, by whatever process.
 */
export async function takeMessage(place: Place, bytes: Buffer, mailboxAddress: string): Promise<boolean> {
  const ctx = systemCtx();
  const recipients = (await namesOurAddress(ctx, bytes)) ? [] : [mailboxAddress];
  const mail = { bytes, source: "imap" as const, envelopeFrom: "", recipients, imapId: place.accountId };
  const claim = { name: "take-message", insert: CLAIM, values: [place.uidValidity, place.uid] };
  return (await receiveMail(ctx, mail, claim)).kept;
}

/** Notes that a message stays where it is: for good when it is too large, until a later try when the server refused it. */
export async function leaveMessage(place: Place, left: "too_large" | "refused"): Promise<void> {
  await database().pool.query(
    `insert into imap_message (account_id, uid_validity, uid, "left") values ($1, $2, $3, $4) on conflict do nothing`,
    [place.accountId, place.uidValidity, place.uid, left],
  );
}

/** More than this stays on the server. */
export const isTooLarge = (bytes: number): boolean => bytes > MAX_MAIL_BYTES;
