import { afterEach, describe, expect, test } from "vitest";
import { listTickets, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx } from "#tests/support/cast";
import { answerFromDesk, answerTo, lastSentTo, sentTo, mailScene, workAll } from "#tests/support/mail-scene";
import { archivePolicies, HOUR, newestOf, simpleRules, writePolicy } from "#tests/support/sla-stories";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { blockSender } from "./block-sender.server";
import { decideHeldMail } from "./decide-held-mail.server";
import { unblockSender } from "./unblock-sender.server";

const { arrive } = mailScene();
const db = () => database().prisma;
const LEAK = { from: cast.giulia.email, subject: "Leak", text: "The pump leaks since yesterday." };
const FRIDAY = "2026-11-20T10:00:00.000Z";
const MONDAY = "2026-11-23T10:00:00.000Z";
let thaw = () => {};
afterEach(async () => {
  await archivePolicies();
  thaw();
});
const later = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1_000);
const freeze = (at: string) => {
  thaw();
  thaw = freezeClock(at);
};

describe("a blocked sender", () => {
  test("opens nothing and is answered by nobody, also with a key; once unblocked it is mail again", async () => {
    await arrive(LEAK);
    const answer = await answerTo(await lastSentTo(cast.giulia.email));
    await blockSender(castCtx("elena"), { entry: "@marchetti.example" });
    const out = await db().outboundMail.count();
    const fresh = await arrive({ ...LEAK, subject: "Another" });
    const reply = await arrive({ ...answer, from: cast.giulia.email, text: "More." });
    for (const mail of [fresh, reply])
      expect(mail).toMatchObject({ outcome: "discarded", blockedBy: "@marchetti.example", threadId: null });
    expect((await theTicket()).messages).toHaveLength(1);
    expect(await db().outboundMail.count()).toBe(out);

    await unblockSender(castCtx("ada"), "@marchetti.example");
    await arrive({ ...answer, from: cast.giulia.email, text: "Are you there?" });
    expect((await theTicket()).messages.map(({ text }) => text)).toEqual([LEAK.text, "Are you there?"]);
  });
});

describe("mail that a filter marked", () => {
  const spam = { ...LEAK, headers: { "X-Spam-Flag": "YES", "X-Spam-Status": "Yes, score=8.1 required=5.0" } };

  test("is held: no ticket, no receipt, no message in the ticket that it answers", async () => {
    await arrive(LEAK);
    const answer = await answerTo(await lastSentTo(cast.giulia.email));
    const held = [await arrive({ ...spam, subject: "Win" }), await arrive({ ...spam, ...answer, text: "Win too." })];
    for (const mail of held) expect(mail).toMatchObject({ stage: "held", hold: { reason: "spam" } });
    expect((await theTicket()).messages).toHaveLength(1);
    expect(await sentTo(cast.giulia.email)).toHaveLength(1);
  });

  test("and that is accepted after the weekend starts its ticket, clocks and receipt then", async () => {
    await writePolicy(simpleRules());
    freeze(FRIDAY);
    const held = await arrive(spam);
    freeze(MONDAY);
    await decideHeldMail(castCtx("elena"), held.id, { kind: "open" });
    await workAll();
    const ticket = await theTicket();
    expect(ticket).toMatchObject({
      createdAt: new Date(MONDAY),
      waitingSince: new Date(MONDAY),
      nextDueAt: later(MONDAY, HOUR),
    });
    expect(await newestOf(ticket.id, "first_reply")).toMatchObject({ breachedAt: null });
    // The words themselves keep the time at which they came.
    expect(ticket.messages[0]!.sentAt).toEqual(new Date(FRIDAY));
    const receipt = await lastSentTo(cast.giulia.email);
    expect(receipt).toMatchObject({ template: "receipt", createdAt: new Date(MONDAY) });
    expect(await sentTo(cast.giulia.email)).toHaveLength(1);
    await arrive({ ...(await answerTo(receipt)), from: cast.giulia.email, text: "Thank you." });
    expect(await listTickets()).toHaveLength(1);
  });

  test("and that is let into an answered ticket reopens it then: the answer is due from that moment", async () => {
    await writePolicy(simpleRules());
    freeze(FRIDAY);
    await arrive(LEAK);
    const { number, id } = await theTicket();
    await answerFromDesk("elena", number, "A new pump leaves today.");
    const answer = await answerTo(await lastSentTo(cast.giulia.email));
    freeze("2026-11-20T10:05:00.000Z");
    const held = await arrive({ ...spam, ...answer, text: "It came broken." });
    freeze(MONDAY);
    await decideHeldMail(castCtx("elena"), held.id, { kind: "open" });
    await workAll();
    expect(await theTicket()).toMatchObject({ state: "open", activityAt: new Date(MONDAY) });
    const due = await newestOf(id, "next_reply");
    expect(due).toMatchObject({ startedAt: new Date(MONDAY), dueAt: later(MONDAY, HOUR), breachedAt: null });
  });
});
