import { describe, expect, test } from "vitest";
import { listTickets, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { answerTo, freshMessageId, lastSentTo, sentTo, mailScene, workAll } from "#tests/support/mail-scene";
import { assignTicket } from "~/domain/tickets/assign-ticket.server";
import { database } from "~/platform/db.server";

// Elena has Giulia's ticket; Giulia writes again, and Elena's telephone shows the notice.
const { arrive } = mailScene();
const db = () => database().prisma;
const PHONE = "\n\nSent from my iPhone";
const QUOTE = "\n\n> On 22 Nov 2026, at 09:12, Repairs <support@northwind.example> wrote:\n>\n> It still leaks.\n";

async function showNotice() {
  const messageId = freshMessageId();
  await arrive({ from: cast.giulia.email, subject: "Leak", text: "The pump leaks since yesterday.", messageId });
  const { number } = await theTicket();
  await assignTicket(castCtx("elena"), number, cast.elena.id);
  await arrive({ from: cast.giulia.email, subject: "Re: Leak", inReplyTo: messageId, text: "It still leaks." });
  const notice = await lastSentTo(cast.elena.email);
  expect(notice).toMatchObject({ template: "agent-notice", props: { kind: "customer_replied" } });
  return { notice, answer: await answerTo(notice), number };
}
const toGiulia = async () => (await sentTo(cast.giulia.email)).filter(({ template }) => template === "reply");

describe("an agent who answers from a telephone", () => {
  test("speaks to the customer; signature and quote stay here, and the customer's answer comes back", async () => {
    const { answer } = await showNotice();
    const text = `A new pump leaves today.${PHONE}${QUOTE}`;
    const mail = await arrive({ ...answer, from: `"Elena Rossi" <${cast.elena.email}>`, text });
    expect(mail).toMatchObject({ outcome: "joined", rule: "reply_key" });
    const ticket = await theTicket();
    expect(ticket.messages.at(-1)).toMatchObject({
      kind: "public",
      side: "agent",
      authorId: cast.elena.id,
      text: "A new pump leaves today.",
    });
    expect(ticket.state).toBe("waiting_customer");
    const [reply, ...more] = await toGiulia();
    expect(more).toEqual([]);
    const bytes = Buffer.from(reply!.shown!.bytes).toString();
    expect(bytes).toContain("A new pump leaves today.");
    expect(bytes).not.toContain("iPhone");
    expect(bytes).not.toContain(cast.elena.email);

    await arrive({ ...(await answerTo(reply!)), from: cast.giulia.email, text: "Thank you." });
    expect((await theTicket()).messages.at(-1)).toMatchObject({ side: "customer", text: "Thank you." });
    expect((await lastSentTo(cast.elena.email)).props).toMatchObject({ text: "Thank you." });
  });

  test("as HTML, as telephones write, says the same", async () => {
    const { answer } = await showNotice();
    const html =
      '<html><body dir="auto">A new pump leaves today.<br><div><br></div><div dir="ltr">Sent from my iPhone</div>' +
      '<div dir="ltr"><br><blockquote type="cite">On 22 Nov 2026, at 09:12, Repairs wrote:<br>It still leaks.</blockquote></div></body></html>';
    await arrive({ ...answer, from: cast.elena.email, html });
    expect((await theTicket()).messages.at(-1)).toMatchObject({ kind: "public", text: "A new pump leaves today." });
    const [reply] = await toGiulia();
    expect(Buffer.from(reply!.shown!.bytes).toString()).not.toContain("iPhone");
  });

  test("with #note on top writes for the desk alone", async () => {
    const { answer } = await showNotice();
    await arrive({ ...answer, from: cast.elena.email, text: `#note\nAsk Marco about the price.${PHONE}` });
    expect((await theTicket()).messages.at(-1)).toMatchObject({
      kind: "note",
      authorId: cast.elena.id,
      text: expect.stringContaining("Ask Marco about the price."),
    });
    expect(await toGiulia()).toEqual([]);
  });

  test("from an address of their own that nobody knows never speaks as an agent", async () => {
    const { answer, number } = await showNotice();
    const from = `"Elena Rossi" <elena.private@phone.example>`;
    expect(await arrive({ ...answer, from, text: "A new pump leaves today." })).toMatchObject({ outcome: "linked" });
    const [own, linked] = await listTickets();
    expect(own!.messages).toHaveLength(2);
    expect(linked!.banners).toMatchObject([{ code: "unknown_sender", data: { number } }]);
    expect(linked!.messages).toMatchObject([{ side: "customer" }]);
    expect(await toGiulia()).toEqual([]);
  });

  test("without the key the agent's address alone speaks to nobody", async () => {
    const { answer } = await showNotice();
    const stripped = { from: cast.elena.email, to: queues.repairs.address, subject: answer.subject };
    expect(await arrive({ ...stripped, text: "A new pump leaves today." })).toMatchObject({ outcome: "linked" });
    expect(await toGiulia()).toEqual([]);
  });

  test("the customer who got hold of the notice speaks as the customer", async () => {
    const { answer } = await showNotice();
    await arrive({ ...answer, from: cast.giulia.email, text: "I have your notice." });
    expect((await theTicket()).messages.at(-1)).toMatchObject({ side: "customer", authorId: cast.giulia.id });
  });
});

test("an agent's vacation notice answers a notice: a folded note, nobody hears of it and nothing moves", async () => {
  const { answer } = await showNotice();
  const before = await theTicket();
  const out = await db().outboundMail.count();
  await arrive({
    ...answer,
    from: cast.elena.email,
    subject: `Automatic reply: ${answer.subject}`,
    headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" },
    text: "I am away until Monday.",
  });
  await workAll();
  const after = await theTicket();
  expect(after.messages.at(-1)).toMatchObject({ kind: "note", automatic: true, authorId: cast.elena.id });
  const { state, waitingSince, lastCustomerAt, lastAgentAt, firstReplyAt } = before;
  expect(after).toMatchObject({ state, waitingSince, lastCustomerAt, lastAgentAt, firstReplyAt });
  expect(await db().outboundMail.count()).toBe(out);
});
