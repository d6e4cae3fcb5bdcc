import { MAX_MAIL_BYTES, receiveMail } from "~/domain/mail/receive-mail.server";
import { newId } from "~/lib/id";
import { clock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { namesOurAddress } from "./names-our-address.server";

/** A message by its place: a mailbox, and uid and UIDVALIDITY there (RFC 9051, 2.3.1.1). */
export type Place = { accountId: string; uidValidity: bigint; uid: number };

const CLAIM = `insert into imap_message (account_id, uid_validity, uid, inbound_id) values ($1, $2, $3, $4)
  on conflict do nothing`;

/**
 * Makes a fetched message ours: its uid, its bytes and its job in one transaction. False, and nothing done, when that
 * uid was taken before, by whatever process.
 */
export async function takeMessage(place: Place, bytes: Buffer, mailboxAddress: string): Promise<boolean> {
  const ctx = systemCtx();
  const recipients = (await namesOurAddress(ctx, bytes)) ? [] : [mailboxAddress];
  const inboundId = newId(clock.now().getTime());
  const client = await database().pool.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query(CLAIM, [place.accountId, place.uidValidity, place.uid, inboundId]);
    if (rowCount) {
      const mail = { bytes, source: "imap" as const, envelopeFrom: "", recipients, imapId: place.accountId };
      await receiveMail(ctx, mail, { client, inboundId });
    }
    await client.query("commit");
    client.release();
    return rowCount === 1;
  } catch (error) {
    // Closed rather than rolled back: whether the database still listens is not known.
    client.release(true);
    throw error;
  }
}

/** Notes that a message stays where it is, so that it is looked at once. */
export async function leaveMessage(place: Place, left: "too_large"): Promise<void> {
  await database().pool.query(
    `insert into imap_message (account_id, uid_validity, uid, "left") values ($1, $2, $3, $4) on conflict do nothing`,
    [place.accountId, place.uidValidity, place.uid, left],
  );
}

/** More than this stays on the server. */
export const isTooLarge = (bytes: number): boolean => bytes > MAX_MAIL_BYTES;
