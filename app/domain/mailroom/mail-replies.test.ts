import { describe, expect, test } from "vitest";
import { cast, castCtx } from "#tests/support/cast";
import { freshId, issue, onlyTicket, take, tickets, useMailReceiver } from "#tests/support/mail-by-smtp";
import { useDatabase } from "#tests/support/use-database";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { database } from "~/platform/db.server";

useDatabase();
useMailReceiver();
const db = () => database().prisma;

describe("a reply", () => {
  test("joins by the key in its address, and in its Message-ID", async () => {
    await take();
    const { id } = await onlyTicket();
    const issued = await issue(id, cast.giulia);
    await take({ to: issued.replyTo, subject: "Re: something else" });
    await take({ inReplyTo: issued.messageId, subject: "Re: something else" });
    const ticket = await onlyTicket();
    expect(ticket.messages.map((m) => m.rule)).toEqual([null, "reply_key", "reply_key"]);
    expect(ticket.messages.every((m) => m.authorId === cast.giulia.id)).toBe(true);
    expect(ticket.banners).toEqual([]);
  });

  test("joins by a stored id of the thread, as the participant who writes", async () => {
    const messageId = freshId();
    await take({ messageId, cc: cast.paolo.email });
    await take({ from: cast.paolo.email, references: ["<lost@nowhere.example>", messageId], subject: "R: altro" });
    const ticket = await onlyTicket();
    expect(ticket.messages[1]).toMatchObject({ rule: "message_id", authorId: cast.paolo.id });
  });

  test("joins by the number in the subject only from a participant or an organization's colleague who sees it", async () => {
    await take({ from: cast.paolo.email });
    const { number } = await onlyTicket();
    await take({ from: cast.paolo.email, subject: `Re: [#${number}] La pompa perde` });
    await take({ from: cast.giulia.email, subject: `Re: [#${number}] La pompa perde` });
    const ticket = await onlyTicket();
    expect(ticket.messages.map((m) => m.rule)).toEqual([null, "subject", "subject"]);
  });

  test("an unknown sender who quotes number, id or key gets a linked ticket with a banner and sees nothing", async () => {
    const messageId = freshId();
    await take({ messageId });
    const first = await onlyTicket();
    const issued = await issue(first.id, cast.giulia);
    const stranger = "stranger@elsewhere.example";
    await take({ from: stranger, subject: `[#${first.number}] hello`, text: "one" });
    await take({ from: stranger, inReplyTo: messageId, text: "two" });
    await take({ from: cast.hana.email, to: issued.replyTo, text: "three" });
    const [own, ...linked] = await tickets();
    expect(own!.messages).toHaveLength(1);
    expect(own!.participants).toEqual([]);
    expect(linked.map((t) => t.messages[0]!.rule)).toEqual(["subject", "message_id", "reply_key"]);
    for (const ticket of linked) {
      expect(ticket.linksFrom).toMatchObject([{ toId: first.id, kind: "unknown_sender" }]);
      expect(ticket.banners).toMatchObject([{ code: "unknown_sender", data: { number: first.number } }]);
    }
  });

  test("with a forged key counts as without, and the forgery is shown", async () => {
    await take();
    const first = await onlyTicket();
    const { replyTo } = await issue(first.id, cast.giulia);
    const forged = replyTo.replace(/(.)@/, (_, last: string) => `${last === "a" ? "b" : "a"}@`);
    await take({ from: "stranger@elsewhere.example", to: forged });
    const [own, other] = await tickets();
    expect(own!.messages).toHaveLength(1);
    expect(other!.banners).toMatchObject([{ code: "forged_key" }]);
    expect(other!.linksFrom).toEqual([]);
  });

  test("of an agent to a notice of a public message becomes that agent's reply; without the key it opens a ticket", async () => {
    await take();
    const first = await onlyTicket();
    const notice = await issue(first.id, cast.sara, true);
    await take({ from: cast.sara.email, to: notice.replyTo, text: "I will call them." });
    const ticket = await onlyTicket();
    expect(ticket.messages[1]).toMatchObject({
      kind: "public",
      side: "agent",
      authorId: cast.sara.id,
      rule: "reply_key",
    });
    expect(ticket).toMatchObject({ state: "waiting_customer", firstReplyAt: expect.any(Date) });
    await take({
      from: cast.sara.email,
      to: notice.replyTo,
      text: "I am away",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    const away = await onlyTicket();
    expect(away).toMatchObject({
      activityAt: ticket.activityAt,
      messages: [{}, {}, { kind: "note", automatic: true }],
    });
    await take({ from: cast.sara.email, subject: `Re: [#${first.number}]`, text: "Spoofed or not" });
    const [, other] = await tickets();
    expect(other!.messages[0]).toMatchObject({ kind: "public", side: "customer", authorId: cast.sara.id });
    expect(other!.banners).toMatchObject([{ code: "unknown_sender" }]);
  });

  test("lands in the target of a merge, follows up a closed one, reopens a solved one, starts afresh after deletion", async () => {
    await take({ subject: "A" });
    await take({ subject: "B" });
    const [a, b] = await tickets();
    const keys = { a: await issue(a!.id, cast.giulia), b: await issue(b!.id, cast.giulia) };
    await mergeTickets(castCtx("sara"), a!.number, b!.number);
    await take({ to: keys.a.replyTo, text: "to the merged one" });
    expect((await tickets())[1]!.messages.at(-1)).toMatchObject({ text: "to the merged one" });

    const set = (state: "solved" | "closed") =>
      db().ticket.update({ where: { id: b!.id }, data: { state, solvedAt: new Date() } });
    await set("solved");
    await take({ to: keys.b.replyTo, text: "not solved" });
    expect((await tickets())[1]).toMatchObject({ state: "open" });

    await set("closed");
    const closed = await take({ to: keys.b.replyTo, text: "after the close" });
    const [, , followUp] = await tickets();
    expect(closed).toMatchObject({ outcome: "linked", threadId: followUp!.id });
    expect(followUp!.linksFrom).toMatchObject([{ toId: b!.id, kind: "follow_up" }]);

    await db().ticket.update({ where: { id: b!.id }, data: { state: "open", deletedAt: new Date() } });
    await take({ to: keys.b.replyTo, text: "after the deletion" });
    const [, , , fresh] = await tickets();
    expect(fresh!.messages[0]).toMatchObject({ text: "after the deletion" });
    expect(fresh!.linksFrom).toEqual([]);
  });

  test("to a ticket that is gone for good opens a new one", async () => {
    await take();
    const first = await onlyTicket();
    const { replyTo } = await issue(first.id, cast.giulia);
    await db().ticket.delete({ where: { id: first.id } });
    await take({ to: replyTo });
    expect((await onlyTicket()).messages[0]).toMatchObject({ rule: null });
  });
});
