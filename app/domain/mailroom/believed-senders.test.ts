import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyMailroom, listTickets, RELAY, setMail, stageOf, take, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { decideHeldMail } from "./decide-held-mail.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
/** Elena's address at a provider, which no domain of ours speaks for. */
const HOME = "elena@home.example";
beforeEach(async () => {
  await setMail({ dmarcFail: "mark" });
  await take();
  await db().emailAddress.update({ where: { address: cast.elena.email }, data: { address: HOME } });
});
afterEach(() => db().emailAddress.update({ where: { address: HOME }, data: { address: cast.elena.email } }));

const found = (dmarc: string, domain: string, spf = dmarc) => ({
  "Authentication-Results": `${RELAY}; spf=${spf} smtp.mailfrom=${domain}; dmarc=${dmarc} header.from=${domain}`,
});
const replies = () => db().outboundMail.count({ where: { template: "reply" } });

/** Where Elena answers what Giulia wrote. */
async function notice() {
  const { id: threadId, number } = await theTicket();
  const props = {
    kind: "customer_replied" as const,
    number,
    subject: "s",
    actor: "Giulia",
    text: "…",
    url: "https://h.example/1",
  };
  const queued = await inTransaction(systemCtx(), (ctx) =>
    queueMail(ctx, {
      template: "agent-notice",
      props,
      locale: "en",
      to: { address: HOME, name: "Elena", personId: cast.elena.id },
      from: { address: queues.repairs.address, name: "Repairs" },
      threadId,
    }),
  );
  return makeReplyAddress(queues.repairs.address, queued.id);
}

describe("a leaked key and a From line", () => {
  test.each([
    ["nothing proven", found("none", "home.example")],
    ["a failed DMARC that the settings only mark", found("fail", "home.example")],
    ["somebody else's SPF", found("none", "evil.example", "pass")],
  ])("with %s wait for a person, whose word makes a note of it", async (_, headers) => {
    const mail = await take({ from: HOME, to: await notice(), text: "Pay to another account.", headers });
    expect(mail).toMatchObject({ stage: "held", hold: { reason: "not_verified" } });
    await decideHeldMail(castCtx("ada"), mail.id, { kind: "open" });
    const { messages, banners } = await theTicket();
    expect(messages[1]).toMatchObject({ kind: "note", authorId: cast.elena.id });
    expect(banners.map(({ code }) => code)).toEqual(["reply_not_sent.held"]);
    expect(await replies()).toBe(0);
  });

  test("speak as the agent when the address is proven", async () => {
    await take({
      from: HOME,
      to: await notice(),
      text: "A pump leaves today.",
      headers: found("pass", "home.example"),
    });
    expect((await theTicket()).messages[1]).toMatchObject({ kind: "public", authorId: cast.elena.id });
  });
});

describe("a Reply-To behind a no-reply address", () => {
  const robot = { from: "no-reply@evil.example", headers: found("pass", "evil.example") };

  test("never speaks as an agent", async () => {
    const mail = await take({ ...robot, replyTo: HOME, to: await notice(), text: "Pay to another account." });
    expect(mail.outcome).toBe("linked");
    expect([await replies(), await db().message.count({ where: { side: "agent" } })]).toEqual([0, 0]);
  });

  test("never joins as a customer, by number or by id", async () => {
    const { number, id } = await theTicket();
    const { messageId } = await db().inboundMail.findFirstOrThrow({ where: { threadId: id } });
    const byNumber = await take({ ...robot, replyTo: cast.giulia.email, subject: `[#${number}]` });
    const byId = await take({ ...robot, replyTo: cast.giulia.email, inReplyTo: messageId });
    expect([byNumber.outcome, byId.outcome]).toEqual(["linked", "linked"]);
    expect((await listTickets())[0]!.messages).toHaveLength(1);
  });

  test("forwards nothing as staff", async () => {
    const text = "---------- Forwarded message ---------\nFrom: N <n@petrova.example>\nSubject: x\n\nHello.";
    await take({ ...robot, replyTo: HOME, subject: "Fwd: x", text });
    expect((await listTickets())[1]).toMatchObject({ requesterId: cast.elena.id, followers: [] });
  });
});

describe("whom a mail says that it is from", () => {
  const raw = (...from: string[]) =>
    Buffer.from(
      [
        `Authentication-Results: ${RELAY}; spf=none smtp.mailfrom=evil.example; dmarc=pass header.from=evil.example`,
        ...from,
        `To: ${queues.repairs.address}`,
        "Subject: Fwd: wire it",
        "",
        "text",
        "",
      ].join("\r\n"),
    );

  test.each([
    ["a second From", ["From: eve@evil.example", "From: boss@northwind.example"]],
    ["a second address", ["From: eve@evil.example, boss@northwind.example"]],
    ["a group", ["From: Us: boss@northwind.example;"]],
    ["no From: the envelope", []],
  ])("in %s is not ours without proof", async (_, from) => {
    const dmarc = Buffer.from(
      raw(...from)
        .toString()
        .replace("dmarc=pass", "dmarc=permerror"),
    );
    const mail = await take(
      {},
      { bytes: dmarc, envelopeFrom: from.length ? "eve@evil.example" : "sara@northwind.example" },
    );
    expect(mail).toMatchObject({ stage: "held", hold: { reason: "not_verified", data: { ourDomain: true } } });
  });

  test("may be nobody, or a stranger whose DMARC says nothing: that goes on", async () => {
    const mail = await take({}, { bytes: raw(), envelopeFrom: "eve@evil.example" });
    expect(mail).toMatchObject({ outcome: "opened", auth: { by: "relay" } });
    expect(stageOf(mail, "thread")).toMatchObject({ result: "new" });
  });
});

test("a forward from outside names another sender only when the agent's address is proven", async () => {
  const text = "---------- Forwarded message ---------\nFrom: N <n@petrova.example>\nSubject: x\n\nHello.";
  const forward = { from: HOME, subject: "Fwd: x", text };
  await take({ ...forward, headers: found("none", "home.example") });
  await take({ ...forward, headers: found("pass", "home.example") });
  const [, unproven, proven] = await listTickets();
  expect(unproven).toMatchObject({ requesterId: cast.elena.id, followers: [] });
  expect(await db().emailAddress.findFirst({ where: { personId: proven!.requesterId } })).toMatchObject({
    address: "n@petrova.example",
  });
});
