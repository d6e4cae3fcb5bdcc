import { describe, expect, test } from "vitest";
import {
  arrive,
  emptyMailroom,
  findMail,
  listTickets,
  said,
  take,
  theTicket,
  useRules,
  writeMail,
} from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { makeRule } from "#tests/support/mail-rules";
import { workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { systemCtx } from "~/platform/ctx.server";
import { decideHeldMail } from "./decide-held-mail.server";
import { getFilingAddress } from "./get-filing-address.server";
import { purgeDiscarded } from "./purge-discarded.server";
import { reprocessMail } from "./reprocess-mail.server";

useDatabase();
emptyMailroom();
const SPAM = { "X-Spam-Flag": "YES" };
const copy = { messageId: "<same@client.example>" };

describe("a copy of a held mail", () => {
  test("waits with it; once the mail is let through the copy and its queue are with the ticket", async () => {
    const held = await take({ ...copy, headers: SPAM });
    const other = await take({ ...copy, headers: SPAM, envelopeTo: [queues.billing.address] });
    expect(other).toMatchObject({ outcome: "duplicate", duplicateOf: held.id, threadId: null });
    await decideHeldMail(castCtx("elena"), held.id, { kind: "open" });
    const ticket = await theTicket();
    expect(ticket.banners).toMatchObject([{ code: "also_to_queue", data: { queueId: queues.billing.id } }]);
    expect(await findMail(other.id)).toMatchObject({ threadId: ticket.id, entryId: ticket.messages[0]!.id });
  });

  test("whose sender is not in doubt goes its way, and the held one becomes its copy", async () => {
    const forged = await take({ ...copy, headers: said("fail", "marchetti.example") });
    const genuine = await take({ ...copy, headers: said("pass", "marchetti.example") });
    expect(genuine).toMatchObject({ outcome: "opened" });
    expect(await findMail(forged.id)).toMatchObject({ stage: "held" });
    await decideHeldMail(castCtx("elena"), forged.id, { kind: "open" });
    expect(await findMail(forged.id)).toMatchObject({ outcome: "duplicate", duplicateOf: genuine.id });
    expect((await theTicket()).messages).toHaveLength(1);
  });

  test("that a rule put aside waits with it, also when it is processed again", async () => {
    await useRules(makeRule(1, {}, { quarantine: true }));
    const held = await take(copy);
    const other = await take({ ...copy, envelopeTo: [queues.billing.address] });
    expect(other).toMatchObject({ outcome: "duplicate", duplicateOf: held.id });
    await useRules();
    await reprocessMail(castCtx("elena"), held.id);
    await workMail();
    expect((await theTicket()).banners).toMatchObject([{ code: "also_to_queue" }]);
  });
});

describe("a copy of a discarded mail", () => {
  test("is a mail of its own, and of the two one becomes a message", async () => {
    const discarded = await take({ ...copy, headers: SPAM });
    await decideHeldMail(castCtx("elena"), discarded.id, { kind: "discard" });
    expect(await take(copy)).toMatchObject({ outcome: "opened" });
    await reprocessMail(castCtx("elena"), discarded.id);
    await workMail();
    expect(await findMail(discarded.id)).toMatchObject({ outcome: "duplicate" });
    expect((await theTicket()).messages).toHaveLength(1);
  });

  test("is a new mail after the purge, also when nothing but its date tells it", async () => {
    await useRules(makeRule(1, {}, { discard: true }));
    const text = (await writeMail({ date: new Date("2026-11-20T10:00:00Z") })).toString();
    const bytes = Buffer.from(text.replace(/^Message-ID:.*\r\n/im, ""));
    const mail = await take({}, { bytes });
    expect(mail).toMatchObject({ outcome: "discarded", messageId: "" });
    expect(await purgeDiscarded(systemCtx({ now: mail.purgeAt! }))).toBe(1);
    await useRules();
    expect(await take({}, { bytes })).toMatchObject({ outcome: "opened" });
    expect(await take({}, { bytes })).toMatchObject({ outcome: "duplicate" });
  });
});

describe("what an agent files and sends to a queue too", () => {
  const draft = { from: cast.elena.email, to: cast.giulia.email, subject: "Offerta", text: "Ecco l'offerta.", ...copy };

  test.each([[["filing", "queue"]], [["queue", "filing"]], [["both"]]])(
    "opens one ticket, in the order %j",
    async (order) => {
      const addresses = { filing: [await getFilingAddress(castCtx("elena"))], queue: [queues.repairs.address] };
      const to = { ...addresses, both: [...addresses.filing, ...addresses.queue] };
      for (const name of order) await take({ ...draft, envelopeTo: to[name as keyof typeof to] });
      const ticket = await theTicket();
      expect(ticket).toMatchObject({ queueId: queues.repairs.id, messages: [{}] });
    },
  );

  test("comes at once by both ways and is one message all the same", async () => {
    const filing = await getFilingAddress(castCtx("elena"));
    for (let round = 0; round < 4; round++) {
      const mail = { ...draft, messageId: `<round${round}@client.example>` };
      await arrive({ ...mail, envelopeTo: [filing] });
      await arrive({ ...mail, envelopeTo: [queues.repairs.address] });
      await arrive({ ...mail, envelopeTo: [queues.repairs.address] });
    }
    await workMail(6);
    expect((await listTickets()).map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1]);
  });

  test("is the queue's when the filing address is in a customer's answer", async () => {
    const to = [await getFilingAddress(castCtx("elena")), queues.repairs.address];
    expect(await take({ envelopeTo: to })).toMatchObject({ outcome: "opened" });
  });

  test("waits for a person when it claims our domain from outside, and only then", async () => {
    const filing = await getFilingAddress(castCtx("elena"));
    const forged = await take({ ...draft, envelopeTo: [filing], headers: said("fail", "northwind.example") });
    expect(forged).toMatchObject({ hold: { reason: "not_verified", data: { ourDomain: true } } });
    const genuine = await take({ ...draft, envelopeTo: [filing], headers: said("pass", "northwind.example") });
    expect(genuine).toMatchObject({ outcome: "filed" });
  });
});
