import type { FetchMessageObject, ImapFlow } from "imapflow";
import { MAX_MAIL_BYTES } from "~/domain/mail/receive-mail.server";
import { database } from "~/platform/db.server";
import { noteProgress } from "./account-state.server";
import type { ByteBudget } from "./byte-budget";
import type { FolderState, ImapAccount } from "./imap-account";
import { ImapFailure } from "./imap-problem";
import type { ImapLimits } from "./imap-limits";
import { isTooLarge, leaveMessage, takeMessage } from "./take-message.server";

const DAY_MS = 86_400_000;

/** Breaks of the connection while a message was fetched alone, after which it is left for later. */
const MAX_BREAKS = 3;
const MAX_RETRIES = 20;

/** How often the connection broke while a message was among those fetched, by uid; outlives the connection. */
export type Breaks = Map<number, number>;

export type Fetching = {
  client: ImapFlow;
  account: Pick<ImapAccount, "id" | "address" | "since">;
  /** Moves on as messages become ours. */
  state: FolderState;
  limits: ImapLimits;
  budget: ByteBudget;
  signal: AbortSignal;
  breaks: Breaks;
  /** Called after each batch is committed. */
  settle: () => Promise<void>;
};

/**
 * Takes every message of the selected folder above the last uid that is young enough, by ascending uid. What it holds at
 * a time is one window of uids and few messages, however large the folder. Ends early, between two messages, when the
 * signal says so.
 */
export async function fetchNewMessages(job: Fetching): Promise<void> {
  const { client, state, limits, signal } = job;
  const top = await highestUid(client);
  if (top <= state.lastUid) return noteProgress(job.account.id, state, 0, false);
  const total = await countAbove(job, top);
  let done = 0;
  while (state.lastUid < top && !signal.aborted) {
    const end = Math.min(state.lastUid + limits.searchUids, top);
    const uids = await search(job, state.lastUid + 1, end);
    for (let at = 0; at < uids.length && !signal.aborted;) {
      const batch = nextBatch(job, uids, at);
      at += batch.length;
      const took = await takeBatch(job, batch);
      if (signal.aborted) return;
      done += batch.length;
      state.lastUid = batch.at(-1)!;
      await noteProgress(job.account.id, state, Math.max(0, (total ?? uids.length) - done), took);
      await job.settle();
    }
    if (signal.aborted) return;
    state.lastUid = end;
    await noteProgress(job.account.id, state, Math.max(0, (total ?? 0) - done), false);
  }
}

async function highestUid(client: ImapFlow): Promise<number> {
  if (!client.mailbox || client.mailbox.exists === 0) return 0;
  const last = await client.fetchOne("*", { uid: true });
  return last ? last.uid : 0;
}

/** Servers compare days in a zone of their own: one more is asked for, and the hour looked at later. */
const young = (since: Date) => ({ since: new Date(since.getTime() - DAY_MS) });

async function search({ client, account }: Fetching, from: number, to: number): Promise<number[]> {
  const found = await client.search({ uid: `${from}:${to}`, ...young(account.since) }, { uid: true });
  if (!found) throw new ImapFailure("folder", "SEARCH");
  return found.filter((uid) => uid >= from && uid <= to).toSorted((a, b) => a - b);
}

/** Null from a server that could only list them all. */
async function countAbove({ client, account, state }: Fetching, top: number): Promise<number | null> {
  if (!client.capabilities.has("ESEARCH")) return null;
  const range = { uid: `${state.lastUid + 1}:${top}`, ...young(account.since) };
  const found = await client.search(range, { uid: true, returnOptions: ["COUNT"] });
  return found && !Array.isArray(found) ? (found.count ?? null) : null;
}

/** Who was there when the connection broke is fetched alone: one message must not keep the others from coming. */
function nextBatch({ breaks, limits }: Fetching, uids: number[], at: number): number[] {
  if (breaks.has(uids[at]!)) return uids.slice(at, at + 1);
  const batch = uids.slice(at, at + limits.batchMessages);
  const end = batch.findIndex((uid) => breaks.has(uid));
  return end < 0 ? batch : batch.slice(0, end);
}

/** Once more asks for what the server would not give. Called when the connection has stood for a while. */
export async function retryRefusedMessages(job: Fetching): Promise<void> {
  const { rows } = await database().pool.query<{ uid: string }>(
    `select uid from imap_message where account_id = $1 and uid_validity = $2 and "left" = 'refused'
     order by uid limit ${MAX_RETRIES}`,
    [job.account.id, job.state.uidValidity],
  );
  for (const { uid } of rows) {
    if (job.signal.aborted) return;
    await takeAll(job, [Number(uid)]).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
    });
  }
}

const isRefusal = (error: unknown): boolean => {
  const { responseStatus } = error as { responseStatus?: string };
  return responseStatus === "NO" || responseStatus === "BAD";
};

/** True when one of them became ours. What the server refuses is found by halves, and left. */
async function takeBatch(job: Fetching, uids: number[]): Promise<boolean> {
  const { breaks, client } = job;
  const [first] = uids;
  if (uids.length === 1 && (breaks.get(first!) ?? 0) >= MAX_BREAKS) return leaveRefused(job, first!);
  try {
    const took = await takeAll(job, uids);
    for (const uid of uids) breaks.delete(uid);
    return took;
  } catch (error) {
    if (!client.usable) for (const uid of uids) breaks.set(uid, (breaks.get(uid) ?? 0) + 1);
    if (!client.usable || !isRefusal(error)) throw error;
    if (uids.length === 1) return leaveRefused(job, first!);
    const half = Math.ceil(uids.length / 2);
    const took = await takeBatch(job, uids.slice(0, half));
    return (await takeBatch(job, uids.slice(half))) || took;
  }
}

async function leaveRefused(job: Fetching, uid: number): Promise<false> {
  await leaveMessage(placeOf(job, uid), "refused");
  job.breaks.delete(uid);
  return false;
}

/** True when one of them became ours; what was before is passed over. */
async function takeAll(job: Fetching, uids: number[]): Promise<boolean> {
  const { client, account, state, limits } = job;
  const { rows } = await database().pool.query<{ uid: string }>(
    `select uid from imap_message where account_id = $1 and uid_validity = $2 and uid = any($3::bigint[])
       and "left" is distinct from 'refused'`,
    [account.id, state.uidValidity, uids],
  );
  const known = new Set(rows.map(({ uid }) => Number(uid)));
  const fresh = uids.filter((uid) => !known.has(uid));
  if (!fresh.length) return false;
  const facts = await client.fetchAll(fresh.join(","), { uid: true, size: true, internalDate: true }, { uid: true });
  const from = account.since.getTime() - limits.clockSkewMs;
  const wanted: FetchMessageObject[] = [];
  for (const message of facts.toSorted((a, b) => a.uid - b.uid)) {
    if (!fresh.includes(message.uid)) continue;
    if (message.internalDate && new Date(message.internalDate).getTime() < from) continue;
    if (isTooLarge(message.size ?? 0)) await leaveMessage(placeOf(job, message.uid), "too_large");
    else wanted.push(message);
  }
  let took = false;
  for (const group of bySize(wanted, limits.fetchBytes)) {
    if (job.signal.aborted) break;
    if (await takeGroup(job, group)) took = true;
  }
  return took;
}

/** One command for several small messages; they come one after another. */
async function takeGroup(job: Fetching, group: FetchMessageObject[]): Promise<boolean> {
  const { client, account, budget, signal } = job;
  const free = await budget.take(group.reduce((sum, { size = 0 }) => sum + size, 0));
  let took = false;
  try {
    const range = group.map(({ uid }) => uid).join(",");
    // One octet more than is taken: a server may have told a smaller size.
    const query = { uid: true, source: { maxLength: MAX_MAIL_BYTES + 1 } };
    for await (const { uid, source } of client.fetch(range, query, { uid: true })) {
      if (signal.aborted) break;
      if (!source?.length) continue;
      if (isTooLarge(source.length)) await leaveMessage(placeOf(job, uid), "too_large");
      else if (await takeMessage(placeOf(job, uid), source, account.address)) took = true;
    }
  } finally {
    free();
  }
  return took;
}

const placeOf = ({ account, state }: Fetching, uid: number) => ({
  accountId: account.id,
  uidValidity: state.uidValidity,
  uid,
});

function bySize(messages: FetchMessageObject[], limit: number): FetchMessageObject[][] {
  const groups: FetchMessageObject[][] = [];
  let bytes = 0;
  for (const message of messages) {
    const { size = 0 } = message;
    if (!groups.length || bytes + size > limit) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)!.push(message);
    bytes += size;
  }
  return groups;
}
