import { clock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { log } from "~/platform/log.server";
import type { FolderState, ImapAccount } from "./imap-account";
import { type ImapProblem, writeProblem } from "./imap-problem";

const FIELDS = `id::text, host, port, security, certificate, username, auth, secret, folder, afterwards,
  move_to as "moveTo", address, coalesce(since, created_at) as since, revision`;

/** The account as it is saved now; null when it is gone or switched off. */
export async function readAccount(id: string): Promise<ImapAccount | null> {
  const { rows } = await database().pool.query<ImapAccount>(
    `select ${FIELDS} from imap_account where id = $1 and enabled`,
    [id],
  );
  return rows[0] ?? null;
}

/**
 * Where to go on in a folder with this UIDVALIDITY. Another one than before means that the server has counted anew: what
 * was known of uids is forgotten.
 */
export async function beginFolder(id: string, uidValidity: bigint): Promise<FolderState> {
  const { pool } = database();
  const { rows } = await pool.query<{ lastUid: string }>(
    `update imap_account set uid_validity = $2, last_uid = case when uid_validity = $2 then last_uid else 0 end
     where id = $1 returning last_uid as "lastUid"`,
    [id, uidValidity],
  );
  await pool.query("delete from imap_message where account_id = $1 and uid_validity <> $2", [id, uidValidity]);
  return { uidValidity, lastUid: Number(rows[0]?.lastUid ?? 0) };
}

/** Says how far the folder is fetched; another process's folder of another count is left alone. */
export async function noteProgress(id: string, state: FolderState, waiting: number, took: boolean): Promise<void> {
  const now = clock.now();
  await database().pool.query(
    `update imap_account set last_uid = greatest(last_uid, $3), waiting = $4, seen_at = $5,
       last_message_at = coalesce($6, last_message_at)
     where id = $1 and uid_validity = $2`,
    [id, state.uidValidity, state.lastUid, waiting, now, took ? now : null],
  );
}

/** The session stands. What went wrong before stays readable beside it. */
export async function noteConnected(id: string): Promise<void> {
  await database().pool.query("update imap_account set connected_at = $2, seen_at = $2 where id = $1", [
    id,
    clock.now(),
  ]);
}

/** The session is over; with a problem it ended by itself. A database that is away says nothing and is told nothing. */
export async function noteEnded(id: string, problem: ImapProblem | null): Promise<void> {
  await database()
    .pool.query(
      `update imap_account set connected_at = null, last_error = coalesce($2, last_error),
         last_error_at = case when $2::text is null then last_error_at else $3 end
       where id = $1`,
      [id, problem && writeProblem(problem), clock.now()],
    )
    .catch((error: Error) => log.warn({ err: error.message, accountId: id }, "a mailbox's state could not be noted"));
}

/** What went wrong while the session goes on. */
export async function noteProblem(id: string, problem: ImapProblem): Promise<void> {
  await database().pool.query("update imap_account set last_error = $2, last_error_at = $3 where id = $1", [
    id,
    writeProblem(problem),
    clock.now(),
  ]);
}

/** The connections of these mailboxes live. */
export async function noteAlive(ids: readonly string[]): Promise<void> {
  if (!ids.length) return;
  await database().pool.query("update imap_account set seen_at = $2 where id = any($1::uuid[]) and enabled", [
    ids,
    clock.now(),
  ]);
}

/** A provider's new refresh token in the old one's place, unless an administrator has changed the secret meanwhile. */
export async function keepSecret(id: string, before: string, after: string): Promise<void> {
  await database().pool.query("update imap_account set secret = $3 where id = $1 and secret = $2", [id, before, after]);
}
