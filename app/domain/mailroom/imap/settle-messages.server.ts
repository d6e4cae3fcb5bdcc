import type { ImapFlow } from "imapflow";
import { clock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import type { ImapAccount } from "./imap-account";
import { ImapFailure } from "./imap-problem";

const PAGE = 200;

type Wish = Pick<ImapAccount, "id" | "afterwards" | "moveTo">;

/**
 * Does on the server what the administrator wants with messages that are ours: marks, moves or deletes them, whichever
 * of them a former run left behind included. Doing it twice does no harm. Rejects with an ImapFailure: `settle` when the
 * server refuses, `closed` when the line was lost.
 */
export async function settleMessages(client: ImapFlow, account: Wish, uidValidity: bigint): Promise<void> {
  const { pool } = database();
  for (;;) {
    const { rows } = await pool.query<{ uid: string }>(
      `select uid from imap_message where account_id = $1 and uid_validity = $2 and settled_at is null and "left" is null
       order by uid limit ${PAGE}`,
      [account.id, uidValidity],
    );
    if (!rows.length) return;
    const uids = rows.map(({ uid }) => Number(uid));
    if (!(await settle(client, account, uids.join(",")))) throw notSettled(client, account.moveTo);
    await pool.query(
      "update imap_message set settled_at = $4 where account_id = $1 and uid_validity = $2 and uid = any($3::bigint[])",
      [account.id, uidValidity, uids, clock.now()],
    );
  }
}

async function settle(client: ImapFlow, { afterwards, moveTo }: Wish, uids: string): Promise<boolean> {
  if (afterwards === "delete") return remove(client, uids);
  // Before it is moved too: what lies in the other folder has been dealt with.
  if (!(await client.messageFlagsAdd(uids, ["\\Seen"], { uid: true }))) return false;
  return afterwards === "seen" || move(client, uids, moveTo);
}

async function move(client: ImapFlow, uids: string, folder: string): Promise<boolean> {
  await makeFolder(client, folder);
  if (client.capabilities.has("MOVE")) return Boolean(await client.messageMove(uids, folder, { uid: true }));
  return Boolean(await client.messageCopy(uids, folder, { uid: true })) && remove(client, uids);
}

/** Without UIDPLUS (RFC 4315) an expunge would take whatever else is marked: then the mark alone is set. */
async function remove(client: ImapFlow, uids: string): Promise<boolean> {
  if (client.capabilities.has("UIDPLUS")) return client.messageDelete(uids, { uid: true });
  return client.messageFlagsAdd(uids, ["\\Deleted"], { uid: true });
}

async function makeFolder(client: ImapFlow, folder: string): Promise<void> {
  if (await client.status(folder, { messages: true }).catch(() => false)) return;
  await client.mailboxCreate(folder).catch((error: Error & { responseText?: string }) => {
    throw notSettled(client, `${folder}: ${error.responseText ?? error.message}`);
  });
}

/** The client says of a lost line, too, only that nothing was done. */
const notSettled = (client: ImapFlow, detail: string) =>
  client.usable ? new ImapFailure("settle", detail) : new ImapFailure("closed");
