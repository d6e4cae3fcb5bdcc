import { beforeEach, describe, expect, test } from "vitest";
import { emptyMailroom, findMail, listTickets, setMail, stageOf, take, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, organizations, queues } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { workMail } from "#tests/support/mailroom";
import { useDatabase } from "#tests/support/use-database";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { claimHeldMail } from "./claim-held-mail.server";
import { decideHeldMail } from "./decide-held-mail.server";
import { CLAIM_MINUTES } from "./mail-views";
import { releaseHeldMail } from "./release-held-mail.server";
import { reprocessMail } from "./reprocess-mail.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
const elena = () => castCtx("elena");
const spam = (over: object = {}) => take({ headers: { "X-Spam-Flag": "YES" }, ...over });
const events = (type: string) => db().event.findMany({ where: { type }, orderBy: { id: "asc" } });
beforeEach(() => db().event.deleteMany());

describe("a decision about a held mail", () => {
  test("files with nobody but customers and organizations, whatever id is sent", async () => {
    const held = await spam();
    for (const whose of [
      { personId: cast.sara.id },
      { personId: newId() },
      { organizationId: newId() },
      { personId: cast.giulia.id, organizationId: newId() },
    ])
      await expect(decideHeldMail(elena(), held.id, { kind: "file", ...whose })).rejects.toMatchObject({
        kind: "invalid",
        code: "mailroom:error.fileTo",
      });
    expect(await findMail(held.id)).toMatchObject({ stage: "held", filed: null });
  });

  test("opens it as any mail: ticket, words, files, trace, and the decision in the audit log", async () => {
    const held = await spam({ attachments: [{ filename: "a.txt", content: "x" }] });
    const { number } = await decideHeldMail(elena(), held.id, { kind: "open" });
    const ticket = await theTicket();
    expect(ticket).toMatchObject({ number, requesterId: cast.giulia.id, queueId: queues.repairs.id });
    expect(ticket.messages[0]).toMatchObject({ side: "customer", attachments: [{ name: "a.txt" }] });
    const mail = await findMail(held.id);
    expect(mail).toMatchObject({
      stage: "done",
      outcome: "opened",
      threadId: ticket.id,
      hold: { decidedById: cast.elena.id, decision: "opened" },
    });
    expect(stageOf(mail, "route")).toMatchObject({ result: "opened", hold: null });
    expect(await events("mail.decided")).toMatchObject([
      {
        actorId: cast.elena.id,
        data: { inboundId: held.id, decision: "opened", reason: "spam", messageId: ticket.messages[0]!.id },
      },
    ]);
    expect(await events("ticket.opened")).toMatchObject([{ actorKind: "system" }]);
  });

  test("joins it to a ticket that the agent sees, and the sender takes part", async () => {
    const ticket = await insertTicket({ queueId: queues.repairs.id, requesterId: cast.hana.id });
    const hidden = await insertTicket({ queueId: queues.billing.id });
    const held = await spam({ from: "new@stranger.example" });
    await expect(decideHeldMail(elena(), held.id, { kind: "join", number: hidden.number })).rejects.toMatchObject({
      kind: "invalid",
      code: "mailroom:error.noTicket",
    });
    expect(await findMail(held.id)).toMatchObject({ stage: "held" });
    expect(await decideHeldMail(elena(), held.id, { kind: "join", number: ticket.number })).toEqual({
      number: ticket.number,
    });
    const [joined] = (await listTickets()).filter(({ id }) => id === ticket.id);
    expect(joined!.participants).toHaveLength(1);
    expect(joined!.messages.at(-1)).toMatchObject({ side: "customer", inboundId: held.id });
  });

  test("joins the ticket that the agent names, also where the mail names another", async () => {
    await take();
    const first = await theTicket();
    const other = await insertTicket({ queueId: queues.repairs.id, requesterId: cast.hana.id });
    const held = await spam({ subject: `Re: [#${first.number}]` });
    await decideHeldMail(elena(), held.id, { kind: "join", number: other.number });
    expect(await findMail(held.id)).toMatchObject({ outcome: "joined", threadId: other.id });
  });

  test("opens a delivery report that nobody knew as automatic mail, which is answered by nobody", async () => {
    const held = await take(
      {},
      {
        envelopeFrom: "",
        bytes: Buffer.from(
          [
            "From: MAILER-DAEMON@mx.example",
            "To: support@northwind.example",
            "Subject: failure notice",
            "",
            "Hi. This is the qmail-send program at mx.example.",
            "I'm afraid I wasn't able to deliver your message to the following addresses.",
            "",
            "<nobody@elsewhere.example>:",
            "192.0.2.25 does not like recipient.",
            "Remote host said: 550 5.1.1 User unknown",
            "",
          ].join("\r\n"),
        ),
      },
    );
    expect(held).toMatchObject({ stage: "held", hold: { reason: "bounce_unknown" } });
    await decideHeldMail(elena(), held.id, { kind: "open" });
    expect((await theTicket()).messages).toMatchObject([{ automatic: true }]);
    expect(await db().outboundMail.count()).toBe(0);
  });

  test("opens a stranger's mail linked to the ticket that it names", async () => {
    const ticket = await insertTicket({ queueId: queues.repairs.id });
    await setMail({ unknownSender: "hold" });
    const held = await take({ from: "stranger@elsewhere.example", subject: `[#${ticket.number}]` });
    await decideHeldMail(elena(), held.id, { kind: "open" });
    const linked = (await listTickets()).at(-1)!;
    expect(linked).toMatchObject({ linksFrom: [{ toId: ticket.id, kind: "unknown_sender" }] });
  });

  test("files it with the sender, a contact or an organization", async () => {
    const [own, organization] = [await spam(), await spam()];
    await decideHeldMail(elena(), own.id, { kind: "file" });
    await decideHeldMail(elena(), organization.id, { kind: "file", organizationId: organizations.tanaka.id });
    expect(await findMail(own.id)).toMatchObject({
      outcome: "filed",
      filed: { personId: cast.giulia.id, byId: cast.elena.id },
    });
    expect((await findMail(organization.id)).filed).toMatchObject({
      personId: null,
      organizationId: organizations.tanaka.id,
    });
    expect(await listTickets()).toEqual([]);
  });

  test("discards it for thirty days and blocks the sender's domain; our own is refused and nothing is decided", async () => {
    const held = await spam({ from: "eve@mail.evil.example" });
    await decideHeldMail(elena(), held.id, { kind: "discard", block: "domain" });
    const mail = await findMail(held.id);
    expect(mail).toMatchObject({ stage: "done", outcome: "discarded", blockedBy: "@mail.evil.example" });
    expect(mail.purgeAt!.getTime() - mail.hold!.decidedAt!.getTime()).toBe(30 * 86_400_000);
    expect(await take({ from: "bob@sub.mail.evil.example" })).toMatchObject({
      outcome: "discarded",
      blockedBy: "@mail.evil.example",
    });
    const ours = await spam({ from: cast.sara.email });
    await expect(decideHeldMail(elena(), ours.id, { kind: "discard", block: "domain" })).rejects.toMatchObject({
      code: "mailroom:error.blockOurs",
    });
    expect(await findMail(ours.id)).toMatchObject({ stage: "held" });
  });

  test("is one agent's: of two at once one wins and the other reads who", async () => {
    const held = await spam();
    const both = await Promise.allSettled([
      decideHeldMail(elena(), held.id, { kind: "open" }),
      decideHeldMail(castCtx("sara"), held.id, { kind: "discard" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { hold } = await findMail(held.id);
    const lost = both.find((one) => one.status === "rejected");
    const name = hold!.decidedById === cast.elena.id ? cast.elena.name : cast.sara.name;
    expect(lost?.reason).toMatchObject({ kind: "conflict", code: "mailroom:error.decided", params: { name } });
  });

  test("is for who works in the queue, and for administrators", async () => {
    const held = await spam();
    await expect(decideHeldMail(castCtx("marco"), held.id, { kind: "open" })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(decideHeldMail(castCtx("giulia"), held.id, { kind: "open" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await decideHeldMail(castCtx("ada"), held.id, { kind: "open" });
    await theTicket();
  });
});

test("whoever opens a mail claims it; a silent claim ends, one can be taken over and given back", async () => {
  const restore = freezeClock("2026-11-20T10:00:00.000Z");
  try {
    const held = await spam();
    expect(await claimHeldMail(elena(), held.id)).toMatchObject({ mine: true });
    expect(await claimHeldMail(castCtx("sara"), held.id)).toEqual({
      claimedById: cast.elena.id,
      name: cast.elena.name,
      mine: false,
    });
    expect(await claimHeldMail(castCtx("sara"), held.id, { take: true })).toMatchObject({ mine: true });
    await releaseHeldMail(elena(), held.id);
    expect((await findMail(held.id)).hold).toMatchObject({ claimedById: cast.sara.id });
    const later = new Date(Date.parse("2026-11-20T10:00:00.000Z") + CLAIM_MINUTES * 60_000);
    expect(await claimHeldMail(castCtx("elena", { now: later }), held.id)).toMatchObject({ mine: true });
    await releaseHeldMail(elena(), held.id);
    expect((await findMail(held.id)).hold).toMatchObject({ claimedById: null, claimedAt: null });
  } finally {
    restore();
  }
});

describe("processing again", () => {
  test("a held mail goes through the whole chain with today's settings, once", async () => {
    const held = await take({ headers: { "X-Spam-Status": "Yes, score=6 required=5" } });
    await reprocessMail(elena(), held.id);
    await workMail();
    expect(await findMail(held.id)).toMatchObject({ stage: "held", hold: { decidedAt: null, reason: "spam" } });
    const scored = await take({ headers: { "X-Spam-Status": "No, score=6 required=10" } });
    await setMail({ spamScore: 9 });
    await reprocessMail(elena(), scored.id);
    await workMail();
    expect(await findMail(scored.id)).toMatchObject({ outcome: "opened", trace: { runs: 2 } });
    const { number } = await theTicket();
    await expect(reprocessMail(elena(), scored.id)).rejects.toMatchObject({
      kind: "conflict",
      code: "mailroom:error.alreadyMessage",
      params: { number },
    });
    expect(await listTickets()).toHaveLength(1);
  });

  test("what could not be read goes again only when it can be read", async () => {
    const broken = await take({}, { bytes: Buffer.from("no headers at all") });
    expect(broken).toMatchObject({ outcome: "unreadable", stage: "failed" });
    await expect(reprocessMail(castCtx("ada"), broken.id)).rejects.toMatchObject({
      code: "mailroom:error.stillUnreadable",
    });
    await db().rawMail.update({
      where: { inboundId: broken.id },
      data: { bytes: Buffer.from("From: hana@tanaka.example\r\nSubject: now\r\n\r\nreadable words\r\n") },
    });
    await reprocessMail(castCtx("ada"), broken.id);
    await workMail();
    const [first, second] = await listTickets();
    expect(first!.messages).toMatchObject([{ inboundId: null }]);
    expect(second).toMatchObject({ subject: "now", messages: [{ inboundId: broken.id }] });
  });
});
