import { expect, test } from "vitest";
import { IMAP_PASSWORD, listFolder, openImap, rawMessage, until } from "#tests/support/imap";
import { useDatabase } from "#tests/support/use-database";
import { useImap } from "#tests/support/use-imap";
import { database } from "~/platform/db.server";
import { beginFolder, readAccount } from "./account-state.server";
import { makeByteBudget } from "./byte-budget";
import { fetchNewMessages } from "./fetch-new-messages.server";
import { imapLimits } from "./imap-limits";
import { sealImapSecret } from "./imap-secret.server";

useDatabase();

const { account, add, count, follow, proxy, server, whenConnected, whenSettled, whenTaken } = useImap([
  "gina",
  "hugo",
  "ivo",
  "lea",
  "nino",
]);
const db = () => database().prisma;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("goes on after the server died under it, after a cut line, and after a line that fell silent", async () => {
  const line = await proxy();
  const id = await add("gina", { port: line.port });
  follow({ answerMs: 3_000, pollMs: 500 });
  await whenConnected(id);
  let expected = 0;
  for (const harm of [() => server().killConnections(), () => line.cut(), () => line.freeze()]) {
    const made = line.connections();
    harm();
    await server().deliver("gina", [rawMessage()]);
    expected++;
    await whenTaken(id, expected);
    expect(line.connections()).toBeGreaterThan(made);
  }
  await whenSettled(id, 3);
  const { lastError, lastErrorAt, connectedAt } = await account(id);
  expect(lastError).toMatch(/^(timeout|closed)/);
  expect(lastErrorAt!.getTime()).toBeLessThanOrEqual(connectedAt!.getTime());
}, 90_000);

test("a line lost while a message is marked is told as that, and the mark is made on the next one", async () => {
  let marked = false;
  const line = await proxy((text) => {
    if (marked || !/FETCH \(.*\\Seen/.test(text)) return text;
    marked = true;
    setImmediate(() => line.cut());
    return "";
  });
  const id = await add("gina", { port: line.port });
  follow();
  await whenConnected(id);
  await server().deliver("gina", [rawMessage()]);
  await until(() => marked, Boolean);
  await whenSettled(id, await count(id));
  expect(line.connections()).toBeGreaterThan(1);
  expect((await account(id)).lastError).toMatch(/^closed/);
});

test("gives up a line that fell silent before the server agreed to IDLE", async () => {
  let lost = false;
  const line = await proxy((text) => {
    lost ||= /^\+ idling/m.test(text) && line.connections() === 1;
    return lost && line.connections() === 1 ? "" : text;
  });
  const id = await add("gina", { port: line.port });
  follow({ answerMs: 1_000 });
  await until(() => lost, Boolean);
  const before = await count(id);
  await server().deliver("gina", [rawMessage()]);
  await whenTaken(id, before + 1);
  expect(line.connections()).toBeGreaterThan(1);
});

test("asks now and then where the server has no IDLE", async () => {
  const line = await proxy((text) => text.replaceAll(" IDLE", ""));
  const id = await add("hugo", { port: line.port });
  follow({ pollMs: 150 });
  await whenConnected(id);
  await server().deliver("hugo", [rawMessage()]);
  expect(await whenTaken(id, 1)).toBe(1);
});

test("two processes never fetch one mailbox at once; when the first ends, the other goes on", async () => {
  const line = await proxy();
  const id = await add("ivo", { port: line.port });
  const first = follow();
  await whenConnected(id);
  follow();
  await server().deliver("ivo", [rawMessage()]);
  await whenTaken(id, 1);
  await pause(400);
  expect(line.connections()).toBe(1);
  await first.stop();
  await server().deliver("ivo", [rawMessage()]);
  await whenTaken(id, 2);
  expect(line.connections()).toBe(2);
});

test("two that fetch one mailbox all the same take each message once", async () => {
  const id = await add("lea");
  await server().deliver(
    "lea",
    Array.from({ length: 120 }, (_, n) => rawMessage({ subject: `Twice ${n}` })),
  );
  const fetchAll = async () => {
    const client = await openImap(server().port, "lea");
    const { uidValidity } = await client.mailboxOpen("INBOX");
    const saved = await readAccount(id);
    await fetchNewMessages({
      client,
      account: saved!,
      state: await beginFolder(id, uidValidity),
      limits: imapLimits,
      budget: makeByteBudget(imapLimits.memoryBytes),
      signal: new AbortController().signal,
      breaks: new Map(),
      settle: () => Promise.resolve(),
    });
    await client.logout();
  };
  await Promise.all([fetchAll(), fetchAll(), fetchAll()]);
  expect(await count(id)).toBe(120);
  expect(await db().imapMessage.count({ where: { accountId: id } })).toBe(120);

  // All three ended before anything was moved: the next start moves, and takes nothing again.
  await db().imapAccount.update({ where: { id }, data: { afterwards: "move", moveTo: "Done" } });
  follow();
  await whenSettled(id, 120);
  expect(await count(id)).toBe(120);
  expect((await listFolder(server().port, "lea", "Done")).size).toBe(120);
});

test("a wrong password is told in words and tried again only after a long pause", async () => {
  const line = await proxy();
  const secret = sealImapSecret({ password: "not it" });
  const id = await add("nino", { port: line.port, secret });
  follow();
  await until(
    () => account(id),
    (row) => row.lastError !== null,
  );
  await pause(500);
  expect(line.connections()).toBe(1);
  expect(await account(id)).toMatchObject({ connectedAt: null, lastError: expect.stringMatching(/^login\n/) });
  // A corrected account is followed within seconds.
  await db().imapAccount.update({
    where: { id },
    data: { secret: sealImapSecret({ password: IMAP_PASSWORD }), revision: { increment: 1 } },
  });
  await whenConnected(id);
  await db().imapAccount.update({ where: { id }, data: { enabled: false, revision: { increment: 1 } } });
  await until(
    () => account(id),
    (row) => row.connectedAt === null,
  );
});
