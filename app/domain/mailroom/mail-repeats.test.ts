import { describe, expect, test } from "vitest";
import { cast, queues } from "#tests/support/cast";
import {
  freshId,
  issue,
  mail,
  onlyTicket,
  receiverPort,
  take,
  tickets,
  useMailReceiver,
} from "#tests/support/mail-by-smtp";
import { sendMail, workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";

useDatabase();
useMailReceiver();
const SUPPORT = queues.repairs.address;
const BILLING = queues.billing.address;
const db = () => database().prisma;

describe("repeats", () => {
  test("the same mail again is one message; other content under its id is a new, marked one", async () => {
    const messageId = freshId();
    await take({ messageId });
    const again = await take({ messageId, headers: { Received: "from elsewhere by here" } });
    const other = await take({ messageId, text: "Something else altogether." });
    const all = await tickets();
    expect(all.map((t) => t.messages.map((m) => m.marked))).toEqual([[false], [true]]);
    expect(again).toMatchObject({
      stage: "done",
      outcome: "duplicate",
      threadId: all[0]!.id,
      entryId: all[0]!.messages[0]!.id,
    });
    expect(again.duplicateOf).not.toBeNull();
    expect(other).toMatchObject({ outcome: "opened", threadId: all[1]!.id });
  });

  test("the same mail to two queues is one ticket with both noted, in one delivery and in two", async () => {
    await take({ to: [SUPPORT, BILLING] });
    const messageId = freshId();
    const text = "The invoice of the repair is wrong.";
    await take({
      messageId,
      text,
      from: cast.hana.email,
      to: [BILLING, SUPPORT],
      envelope: { from: cast.hana.email, to: [BILLING] },
    });
    await take({
      messageId,
      text,
      from: cast.hana.email,
      to: [BILLING, SUPPORT],
      envelope: { from: cast.hana.email, to: [SUPPORT] },
    });
    const [one, two, ...more] = await tickets();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      queueId: queues.repairs.id,
      banners: [{ code: "also_to_queue", data: { queueId: queues.billing.id, queue: "Billing" } }],
    });
    expect(two).toMatchObject({
      queueId: queues.billing.id,
      banners: [{ code: "also_to_queue", data: { queueId: queues.repairs.id } }],
    });
  });

  test("two copies at once are one message, and so are two runs of one job", async () => {
    for (let round = 0; round < 5; round++) {
      const copy = mail({ text: `round ${round}` });
      await Promise.all([
        sendMail(receiverPort(), copy),
        sendMail(receiverPort(), copy),
        sendMail(receiverPort(), copy),
      ]);
    }
    await workMail(6);
    const all = await tickets();
    expect(all).toHaveLength(5);
    expect(all.map((t) => t.messages.length)).toEqual([1, 1, 1, 1, 1]);
    const outcomes = await db().inboundMail.groupBy({ by: ["outcome"], _count: true, orderBy: { outcome: "asc" } });
    expect(outcomes.map((o) => [o.outcome, o._count])).toEqual([
      ["opened", 5],
      ["duplicate", 10],
    ]);
  });

  test("a mail of ours that comes back is noted and goes no further; mail that claims to be ours is never answered", async () => {
    await take();
    const { id } = await onlyTicket();
    const issued = await issue(id, cast.giulia);
    const loop = await take({ from: SUPPORT, messageId: issued.messageId, text: "our own words" });
    expect(loop).toMatchObject({ outcome: "duplicate", rule: "own_mail", threadId: id });
    expect((await onlyTicket()).messages).toHaveLength(1);
    await take({ from: BILLING, text: "written by nobody" });
    const [, claimed] = await tickets();
    expect(claimed).toMatchObject({ messages: [{ automatic: true }], banners: [{ code: "own_address" }] });
  });
});
