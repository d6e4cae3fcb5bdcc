import { beforeEach, describe, expect, test } from "vitest";
import { emptyMailroom, stageOf, take, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { getOriginal } from "~/domain/tickets/get-original.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;
beforeEach(async () => {
  await take();
  await db().person.updateMany({ data: { deactivatedAt: null } });
});

/** Where Elena's answer to a notice goes. */
async function notice(
  kind: "customer_replied" | "mentioned" | "assigned",
  to: { id: string; email: string; name: string } = cast.elena,
) {
  const { id: threadId, number } = await theTicket();
  const queued = await inTransaction(systemCtx(), (ctx) =>
    queueMail(ctx, {
      template: "agent-notice",
      props: {
        kind,
        number,
        subject: "s",
        actor: "Giulia",
        text: "internal: discount 20 %",
        url: "https://help.example/1",
      },
      locale: "en",
      to: { address: to.email, name: to.name, personId: to.id },
      from: { address: queues.repairs.address, name: "Repairs" },
      threadId,
      autoSubmitted: "auto-generated",
    }),
  );
  return makeReplyAddress(queues.repairs.address, queued.id);
}

const QUOTED =
  "\n\nOn Fri, 20 Nov 2026 at 10:54, Repairs <support@northwind.example> wrote:\n> internal: discount 20 %\n";
const mailsOut = () => db().outboundMail.findMany({ where: { template: "reply" } });

describe("an agent's answer to a notice", () => {
  test("of a public message is the agent's public reply: mailed, counted, without quote and signature", async () => {
    const to = await notice("customer_replied");
    const text = `Good morning,\n\na new pump leaves today.\n\n-- \nElena Rossi\nRepairs${QUOTED}`;
    const mail = await take({
      from: cast.elena.email,
      to,
      subject: "Re: [#1] s",
      text,
      attachments: [{ filename: "label.pdf", content: Buffer.from("%PDF-1.4 x") }],
    });
    const ticket = await theTicket();
    expect(ticket.messages[1]).toMatchObject({
      kind: "public",
      side: "agent",
      authorId: cast.elena.id,
      text: "Good morning,\n\na new pump leaves today.",
      html: null,
      quotedText: null,
      rule: "reply_key",
      channel: "mail",
      attachments: [{ name: "label.pdf" }],
    });
    expect(ticket).toMatchObject({ state: "waiting_customer", firstReplyAt: expect.any(Date) });
    const [out, ...more] = await mailsOut();
    expect(more).toEqual([]);
    expect(out).toMatchObject({ recipient: cast.giulia.email, entryId: ticket.messages[1]!.id });
    expect(JSON.stringify(out!.props)).not.toContain("discount");
    expect(mail).toMatchObject({ outcome: "joined", entryId: ticket.messages[1]!.id });
    expect(stageOf(mail, "route")).toMatchObject({ result: "replied" });
    expect(stageOf(mail, "answer")).toMatchObject({ result: "none", why: "staff" });
    const [event] = await db().event.findMany({ where: { type: "ticket.replied", ticketId: ticket.id } });
    expect(event).toMatchObject({ actorId: cast.elena.id });
    // The mail behind it quotes what is for the desk alone.
    await expect(getOriginal(castCtx("giulia"), ticket.messages[1]!.id)).rejects.toMatchObject({ kind: "not_found" });
    expect(await getOriginal(castCtx("elena"), ticket.messages[1]!.id)).toMatchObject({ subject: "Re: [#1] s" });
    expect(await getOriginal(castCtx("giulia"), ticket.messages[0]!.id)).toMatchObject({ subject: "La pompa perde" });
  });

  test.each(["#note", "#NOTE", "  #Note ", "\u200b#note:"])(
    "with %j on top is a note without that line",
    async (mark) => {
      const to = await notice("customer_replied");
      await take({
        from: cast.elena.email,
        to,
        text: `${mark}\nAsk Marco first.`,
        html: `<div><p>${mark}</p><p>Ask <b>Marco</b> first.</p></div>`,
      });
      const ticket = await theTicket();
      expect(ticket.messages[1]).toMatchObject({ kind: "note", text: "Ask Marco first.", authorId: cast.elena.id });
      expect(ticket.messages[1]!.html).not.toMatch(/#note/i);
      expect(await mailsOut()).toEqual([]);
      expect(ticket.state).toBe("new");
    },
  );

  test("with #note below the quote, or bold as a phone writes it, is a note too", async () => {
    const below = `${QUOTED.trimStart()}\n#note\nAsk Marco first.`;
    await take({ from: cast.elena.email, to: await notice("customer_replied"), text: below });
    await take({ from: cast.elena.email, to: await notice("customer_replied"), text: "*#note* Ask Marco." });
    expect((await theTicket()).messages.slice(1)).toMatchObject([
      { kind: "note" },
      { kind: "note", text: "Ask Marco." },
    ]);
    expect(await mailsOut()).toEqual([]);
  });

  test.each(["mentioned", "assigned"] as const)("of a note or an act (%s) is a note", async (kind) => {
    await take({ from: cast.elena.email, to: await notice(kind), text: "I look into it." });
    expect((await theTicket()).messages[1]).toMatchObject({ kind: "note", text: "I look into it." });
    expect(await mailsOut()).toEqual([]);
  });

  test("that says nothing but what it quotes publishes nothing", async () => {
    await take({ from: cast.elena.email, to: await notice("customer_replied"), text: QUOTED.trimStart() });
    expect((await theTicket()).messages[1]).toMatchObject({ kind: "note" });
    expect(await mailsOut()).toEqual([]);
  });

  test("to a closed ticket, or of who does not work on it, is a note that says so", async () => {
    const [closed, foreign] = [await notice("customer_replied"), await notice("customer_replied", cast.marco)];
    await take({ from: cast.marco.email, to: foreign, text: "From Billing." });
    await db().ticket.updateMany({ data: { state: "closed", closedAt: new Date() } });
    await take({ from: cast.elena.email, to: closed, text: "Too late." });
    const { messages, banners } = await theTicket();
    expect(messages.slice(1)).toMatchObject([
      { kind: "note", text: "From Billing." },
      { kind: "note", text: "Too late." },
    ]);
    expect(banners.map(({ code }) => code)).toEqual(["reply_not_sent.forbidden", "reply_not_sent.closed"]);
    expect(await mailsOut()).toEqual([]);
  });
});

describe("nobody speaks as an agent", () => {
  test("from another address: a phone's mail with the key opens a linked ticket", async () => {
    const to = await notice("customer_replied");
    const mail = await take({ from: "elena.private@phone.example", to, text: "A new one leaves today." });
    expect(mail).toMatchObject({ outcome: "linked", rule: "reply_key" });
    expect(await mailsOut()).toEqual([]);
  });

  test("by the From line alone, without a key", async () => {
    const { number } = await theTicket();
    const mail = await take({ from: cast.elena.email, subject: `Re: [#${number}]`, text: "Without a key." });
    expect(mail.outcome).toBe("linked");
  });

  test("who works here no more, whatever notice is left", async () => {
    const to = await notice("customer_replied");
    await db().person.update({ where: { id: cast.elena.id }, data: { deactivatedAt: new Date() } });
    const mail = await take({ from: cast.elena.email, to, text: "Goodbye." });
    expect(mail.outcome).toBe("linked");
    expect(await mailsOut()).toEqual([]);
  });

  test("by an automatic answer, which is a folded note and moves nothing", async () => {
    const to = await notice("customer_replied");
    await take({ from: cast.elena.email, to, text: "I am away.", headers: { "Auto-Submitted": "auto-replied" } });
    expect(await theTicket()).toMatchObject({ state: "new", messages: [{}, { kind: "note", automatic: true }] });
  });
});
