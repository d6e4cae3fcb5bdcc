import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { database } from "~/platform/db.server";
import { LIVE_CHANNEL } from "~/platform/live.server";
import { log } from "~/platform/log.server";
import type { TokenUrl } from "./access-token.server";
import { noteAlive } from "./account-state.server";
import { makeByteBudget } from "./byte-budget";
import { type Follower, followMailbox } from "./follow-mailbox.server";
import { type ImapLimits, imapLimits } from "./imap-limits";
import { IMAP_TOPIC } from "./imap-topic";

/** Between two looks while the database is away: a connection that fails wakes its own loop. */
const AGAIN_MS = 1_000;

type Options = Partial<ImapLimits> & { tokenUrl?: TokenUrl };
type Running = Follower & { revision: number };

/**
 * Follows every mailbox that is switched on and that no other process follows: an advisory lock of one connection, apart
 * from the pool, says who does. Changes on the screen are followed within seconds. Resolves at once; a database that is
 * away is waited for. `stop` finishes what is being taken, and hangs up.
 */
export function startMailboxes({ tokenUrl, ...over }: Options = {}): { stop(): Promise<void> } {
  const limits: ImapLimits = { ...imapLimits, ...over };
  const shared = { limits, budget: makeByteBudget(limits.memoryBytes), tokenUrl };
  const running = new Map<string, Running>();
  let keeper: pg.Client | null = null;
  let stopped = false;
  let wake: () => void = () => undefined;

  const halt = async (id: string) => {
    const follower = running.get(id);
    running.delete(id);
    await follower?.stop();
  };
  const haltAll = () => Promise.all([...running.keys()].map(halt));

  async function round(): Promise<void> {
    if (!keeper) {
      // Whatever was locked is free for others since the connection ended.
      await haltAll();
      keeper = await connectKeeper(
        (client) => {
          if (keeper === client) keeper = null;
          wake();
        },
        () => wake(),
      );
    }
    const { rows } = await keeper.query<{ id: string; revision: number }>(
      "select id::text, revision from imap_account where enabled",
    );
    const wanted = new Map(rows.map(({ id, revision }) => [id, revision]));
    const over = [...running].filter(([id, { revision }]) => wanted.get(id) !== revision).map(([id]) => id);
    await Promise.all(over.map(halt));
    for (const id of over) await keeper?.query(UNLOCK, [id]);
    for (const [id, revision] of wanted) {
      if (stopped || !keeper || running.has(id)) continue;
      const [lock] = (await keeper.query<{ mine: boolean }>(LOCK, [id])).rows;
      if (lock?.mine) running.set(id, { ...followMailbox(id, shared), revision });
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const looked = await round().then(
        () => true,
        (error: Error) => {
          log.warn({ err: error.message }, "mailboxes could not be looked up");
          const broken = keeper;
          keeper = null;
          broken?.end().catch(() => undefined);
          return false;
        },
      );
      if (stopped) break;
      if (!looked) {
        await sleep(AGAIN_MS);
        continue;
      }
      const timer = setTimeout(() => wake(), limits.recheckMs);
      await woken;
      clearTimeout(timer);
    }
  }

  const heartbeat = setInterval(() => {
    const alive = [...running].filter(([, follower]) => follower.connected()).map(([id]) => id);
    noteAlive(alive).catch((error: Error) => log.debug({ err: error.message }, "heartbeat of mailboxes"));
  }, limits.heartbeatMs);
  const done = run();

  return {
    async stop() {
      stopped = true;
      clearInterval(heartbeat);
      wake();
      await done;
      await haltAll();
      const client = keeper;
      keeper = null;
      await client?.end().catch(() => undefined);
    },
  };
}

const KEY = "hashtextextended('imap_account ' || $1::text, 0)";
const LOCK = `select pg_try_advisory_lock(${KEY}) as mine`;
const UNLOCK = `select pg_advisory_unlock(${KEY})`;

/** The connection that holds the locks and hears of changes. */
async function connectKeeper(onEnd: (client: pg.Client) => void, onChange: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database().url, keepAlive: true });
  client.on("error", () => onEnd(client)).on("end", () => onEnd(client));
  client.on("notification", ({ payload = "" }) => {
    if (payload.split(" ").includes(IMAP_TOPIC)) onChange();
  });
  await client.connect();
  await client.query(`listen ${LIVE_CHANNEL}`);
  return client;
}
