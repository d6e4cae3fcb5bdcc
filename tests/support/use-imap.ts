import { afterAll, afterEach, beforeAll } from "vitest";
import { startMailboxes } from "~/domain/mailroom/imap/start-mailboxes.server";
import { database } from "~/platform/db.server";
import { type Dovecot, startDovecot } from "./dovecot";
import { DOVECOT_START_MS } from "./ensure-dovecot";
import { addImapAccount, IMAP_PASSWORD, until } from "./imap";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy";

const QUICK = { retryMs: 20, maxRetryMs: 100, recheckMs: 100, heartbeatMs: 100 };

/** Gives the test file a Dovecot with these users, and ends after each test whatever follows mailboxes there. */
export function useImap<User extends string>(users: readonly User[]) {
  let dovecot: Dovecot | undefined;
  const open: { stop(): Promise<void> }[] = [];
  const proxies: TcpProxy[] = [];
  const db = () => database().prisma;
  const server = () => dovecot!;
  const account = (id: string) => db().imapAccount.findUniqueOrThrow({ where: { id } });
  const taken = (imapId: string) => db().inboundMail.findMany({ where: { imapId }, orderBy: { id: "asc" } });
  const count = (imapId: string) => db().inboundMail.count({ where: { imapId } });
  const settled = (accountId: string) => db().imapMessage.count({ where: { accountId, NOT: { settledAt: null } } });

  beforeAll(async () => {
    dovecot = await startDovecot({ users: Object.fromEntries(users.map((name) => [name, IMAP_PASSWORD])) });
  }, DOVECOT_START_MS);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
    await Promise.all(proxies.splice(0).map((each) => each.close()));
    await db().imapAccount.deleteMany();
    await database().pool.query("delete from graphile_worker._private_jobs");
  });
  afterAll(() => dovecot?.stop());

  return {
    server,
    account,
    taken,
    count,
    settled,
    /** An account of the user's that is switched on. */
    add: (username: User, over: Parameters<typeof addImapAccount>[0] = {}) =>
      addImapAccount({ username, port: server().port, ...over }),
    /** What the mail role runs, with short pauses. */
    follow(over: Parameters<typeof startMailboxes>[0] = {}) {
      const started = startMailboxes({ ...QUICK, ...over });
      open.push(started);
      return started;
    },
    async proxy(rewrite?: (text: string) => string) {
      const made = await startTcpProxy(server().port, rewrite);
      proxies.push(made);
      return made;
    },
    whenConnected: (id: string) =>
      until(
        () => account(id),
        (row) => row.connectedAt !== null,
      ),
    /** Waits until so many mails are ours. */
    whenTaken: (id: string, wanted: number, ms?: number) =>
      until(
        () => count(id),
        (n) => n === wanted,
        ms,
      ),
    /** Waits until so many are marked, moved or deleted. */
    whenSettled: (id: string, wanted: number, ms?: number) =>
      until(
        () => settled(id),
        (n) => n === wanted,
        ms,
      ),
  };
}
