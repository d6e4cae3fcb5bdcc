import { expect, test } from "vitest";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { useDatabase } from "#tests/support/use-database";
import { mailIdFor } from "./mail-id.server";
import { queueMail } from "./queue-mail.server";
import { findThreadKeys, rememberThreadKey } from "./thread-keys.server";

useDatabase({ cast: false });

const solved = (address = "hana@tanaka.example") => ({
  template: "solved" as const,
  props: { number: 10482, subject: "Damaged pump", url: "https://help.example/tickets/10482" },
  locale: "en",
  to: { address, name: "Hana Tanaka" },
});
const jobs = async (id: string) =>
  (
    await database().pool.query("select payload, priority from graphile_worker._private_jobs where key = $1", [
      `mail.deliver:${id}`,
    ])
  ).rows;

test("a mail, its job and its thread exist together or not at all", async () => {
  const threadId = newId();
  const entryId = newId();
  const ctx = systemCtx();
  const queued = await inTransaction(ctx, (ctx) => queueMail(ctx, { ...solved(), threadId, entryId }));
  expect(queued.suppressed).toBeNull();
  expect(await jobs(queued.id)).toEqual([{ payload: { outboundId: queued.id }, priority: 10 }]);
  expect(await findThreadKeys(ctx, ["<unknown@x.example>", queued.messageId])).toEqual([
    { messageId: queued.messageId, threadId, entryId },
  ]);

  let lost = "";
  const failing = inTransaction(ctx, async (ctx) => {
    lost = (await queueMail(ctx, { ...solved(), threadId })).id;
    throw new Error("later step failed");
  });
  await expect(failing).rejects.toThrow("later step failed");
  expect(await ctx.db.outboundMail.count({ where: { id: lost } })).toBe(0);
  expect(await jobs(lost)).toEqual([]);
});

test("a rerun with the same id queues nothing new", async () => {
  const ctx = systemCtx();
  const id = mailIdFor(newId(), "solved");
  expect(mailIdFor(id, "a")).not.toBe(mailIdFor(id, "b"));
  const first = await queueMail(ctx, { ...solved("twice@tanaka.example"), id });
  const second = await queueMail(ctx, { ...solved("twice@tanaka.example"), id });
  expect(second.messageId).toBe(first.messageId);
  expect(await ctx.db.outboundMail.count({ where: { recipient: "twice@tanaka.example" } })).toBe(1);
  expect(await jobs(id)).toHaveLength(1);
});

test("props that the template does not take are refused", async () => {
  const ctx = systemCtx();
  const wrong = { ...solved(), props: { number: 1, subject: "x", url: "javascript:alert(1)" } };
  await expect(queueMail(ctx, wrong)).rejects.toThrow(/url/);
});

test("header fields cannot be injected", async () => {
  const ctx = systemCtx();
  const { id } = await queueMail(ctx, {
    ...solved(),
    to: { address: "hana@tanaka.example", name: "Hana\r\nBcc: all@tanaka.example" },
    from: { address: "support@northwind.example", name: "North\nwind" },
    inReplyTo: "<a@b>\r\nX-Evil: 1",
    references: ["<ok@mail.example>", "not an id", "<two words@x>"],
  });
  const row = await ctx.db.outboundMail.findUniqueOrThrow({ where: { id } });
  expect(row.recipientName).toBe("Hana Bcc: all@tanaka.example");
  expect(row.fromName).toBe("North wind");
  expect(row.inReplyTo).toBeNull();
  expect(row.references).toEqual(["<ok@mail.example>"]);
});

test("a suppressed address gets a row without a job", async () => {
  const ctx = systemCtx();
  const address = "gone@tanaka.example";
  const until = new Date(ctx.now.getTime() + 60_000);
  await ctx.db.suppression.create({ data: { address, reason: "no_mailbox", since: ctx.now, until } });
  const queued = await queueMail(ctx, solved(address));
  expect(queued.suppressed).toBe("no_mailbox");
  const row = await ctx.db.outboundMail.findUniqueOrThrow({ where: { id: queued.id } });
  expect(row).toMatchObject({ state: "suppressed", reason: "no_mailbox" });
  expect(await jobs(queued.id)).toEqual([]);
  const later = systemCtx({ now: new Date(until.getTime() + 1) });
  expect((await queueMail(later, solved(address))).suppressed).toBeNull();
});

test("automatic answers stop at the limit of their address, people's own words do not", async () => {
  const ctx = systemCtx();
  const mail = { ...solved("loop@machine.example"), autoSubmitted: "auto-replied" as const };
  const results = [];
  for (let i = 0; i < 12; i++) results.push((await queueMail(ctx, mail)).suppressed);
  expect(results.slice(0, 10)).toEqual(Array(10).fill(null));
  expect(results.slice(10)).toEqual(["limit_address", "limit_address"]);
  expect((await queueMail(ctx, solved("loop@machine.example"))).suppressed).toBeNull();
});

test("a rerun counts against no limit and says what the first run said", async () => {
  const ctx = systemCtx();
  const mail = { ...solved("again@machine.example"), autoSubmitted: "auto-replied" as const };
  const ids = Array.from({ length: 11 }, () => mailIdFor(newId(), "receipt"));
  for (const id of ids) for (let run = 0; run < 3; run++) await queueMail(ctx, { ...mail, id });
  const again = [];
  for (const id of ids) again.push((await queueMail(ctx, { ...mail, id })).suppressed);
  expect(again).toEqual([...Array(10).fill(null), "limit_address"]);
  const rows = await ctx.db.outboundMail.findMany({ where: { recipient: mail.to.address }, select: { state: true } });
  expect(rows.filter(({ state }) => state === "queued")).toHaveLength(10);
  const { _sum } = await ctx.db.rateWindow.aggregate({
    where: { key: "mail:auto-replied:address:again@machine.example" },
    _sum: { count: true },
  });
  expect(_sum.count).toBe(10);
});

test("the first thread to claim a Message-ID keeps it, with or without brackets", async () => {
  const ctx = systemCtx();
  const [first, second] = [newId(), newId()];
  await rememberThreadKey(ctx, "<x1@mail.example>", first, null);
  await rememberThreadKey(ctx, "x1@mail.example", second, null);
  expect(await findThreadKeys(ctx, ["x1@mail.example"])).toEqual([
    { messageId: "x1@mail.example", threadId: first, entryId: null },
  ]);
});
