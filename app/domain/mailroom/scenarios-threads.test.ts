import { describe, expect, test } from "vitest";
import { listTickets, setMail, theTicket } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import {
  answerFromDesk,
  answerTo,
  freshMessageId,
  lastSentTo,
  sentTo,
  mailScene,
  workAll,
} from "#tests/support/mail-scene";
import { database } from "~/platform/db.server";
import { decideHeldMail } from "./decide-held-mail.server";

// Who may join a ticket by mail: everything comes in by SMTP and leaves by the worker's own jobs.
const { arrive } = mailScene();
const SUPPORT = queues.repairs.address;
const STRANGER = "stranger@elsewhere.example";
const LEAK = { from: cast.giulia.email, subject: "Leak", text: "The pump leaks since yesterday." };
const db = () => database().prisma;
const texts = (ticket: { messages: { text: string }[] }) => ticket.messages.map(({ text }) => text);
/** How often each of the cast has heard of the ticket. */
const heard = async (...people: string[]) => Promise.all(people.map(async (one) => (await sentTo(one)).length));

describe("a forged reply key", () => {
  const flip = (text: string, before: string) =>
    text.replace(new RegExp(`(.)${before}`), (_, last: string) => `${last === "a" ? "b" : "a"}${before}`);

  test("in the address opens a ticket that says so, and joins nothing", async () => {
    await arrive(LEAK);
    const answer = await answerTo(await lastSentTo(cast.giulia.email));
    const mail = await arrive({ from: STRANGER, to: flip(answer.to, "@"), subject: "Hello", text: "Let me in." });
    const [own, other] = await listTickets();
    expect(own!.messages).toHaveLength(1);
    expect(other).toMatchObject({ banners: [{ code: "forged_key" }], linksFrom: [] });
    expect(mail).toMatchObject({ outcome: "opened", rule: null, threadId: other!.id });
  });

  test("in the Message-ID that is answered does the same; the requester's own number still joins", async () => {
    await arrive(LEAK);
    const answer = await answerTo(await lastSentTo(cast.giulia.email));
    const forged = flip(answer.inReplyTo, "@");
    await arrive({ from: STRANGER, to: SUPPORT, subject: "Hello", inReplyTo: forged, text: "Let me in." });
    await arrive({ ...answer, from: cast.giulia.email, to: SUPPORT, inReplyTo: forged, references: [], text: "Mine." });
    const [own, other] = await listTickets();
    expect(texts(own!)).toEqual([LEAK.text, "Mine."]);
    expect(own!.banners).toMatchObject([{ code: "forged_key" }]);
    expect(other).toMatchObject({ banners: [{ code: "forged_key" }], linksFrom: [] });
  });
});

describe("an unknown sender who quotes a ticket's number", () => {
  const quote = (number: number) => ({ from: STRANGER, subject: `Re: [#${number}] Leak`, text: "What is new?" });

  test("gets a linked ticket of their own, and nobody of the first hears of it", async () => {
    await arrive(LEAK);
    const first = await theTicket();
    const mail = await arrive(quote(first.number));
    const [own, linked] = await listTickets();
    expect(texts(own!)).toEqual([LEAK.text]);
    expect(own!.participants).toEqual([]);
    expect(linked).toMatchObject({
      linksFrom: [{ toId: first.id, kind: "unknown_sender" }],
      banners: [{ code: "unknown_sender", data: { number: first.number } }],
    });
    expect(mail).toMatchObject({ outcome: "linked", rule: "subject" });
    expect(await heard(cast.giulia.email, STRANGER)).toEqual([1, 1]);
    expect((await lastSentTo(STRANGER)).threadId).toBe(linked!.id);
  });

  test("waits for a person where the settings say so; who is let in gets the answers from then on alone", async () => {
    await setMail({ unknownSender: "hold" });
    await arrive(LEAK);
    const first = await theTicket();
    await answerFromDesk("elena", first.number, "Before the stranger.");
    const held = await arrive(quote(first.number));
    expect(held).toMatchObject({ stage: "held", hold: { reason: "unknown_sender" } });
    expect(await heard(STRANGER)).toEqual([0]);

    await decideHeldMail(castCtx("elena"), held.id, { kind: "join", number: first.number });
    await workAll();
    const ticket = await theTicket();
    expect(texts(ticket)).toEqual([LEAK.text, "Before the stranger.", "What is new?"]);
    expect(ticket.participants).toHaveLength(1);
    expect(await heard(STRANGER)).toEqual([0]);
    await answerFromDesk("elena", first.number, "To both of you.");
    expect(await heard(STRANGER)).toEqual([1]);
    const answer = await lastSentTo(STRANGER);
    expect(Buffer.from(answer.shown!.bytes).toString()).not.toContain("Before the stranger.");

    await arrive({ ...(await answerTo(answer)), from: STRANGER, text: "Thank you." });
    expect(texts(await theTicket()).at(-1)).toBe("Thank you.");
  });

  test("who holds a key of somebody else's gets a linked ticket too, known or not", async () => {
    await arrive(LEAK);
    const answer = await answerTo(await lastSentTo(cast.giulia.email));
    for (const from of [STRANGER, cast.hana.email]) {
      const mail = await arrive({ ...answer, from, text: `From ${from}` });
      expect(mail).toMatchObject({ outcome: "linked", rule: "reply_key" });
    }
    const [own, ...linked] = await listTickets();
    expect(texts(own!)).toEqual([LEAK.text]);
    expect(linked).toHaveLength(2);
  });
});

describe("a colleague of the requester in Cc", () => {
  const messageId = freshMessageId();

  test("who answers the requester's own mail to all joins; who has the mail already gets none of us", async () => {
    await arrive({ ...LEAK, messageId, cc: [cast.paolo.email, cast.hana.email] });
    await arrive({
      from: cast.paolo.email,
      to: [cast.giulia.email, SUPPORT],
      subject: "R: Leak",
      inReplyTo: messageId,
      text: "I closed the valve.",
    });
    const ticket = await theTicket();
    expect(ticket.messages[1]).toMatchObject({ authorId: cast.paolo.id, rule: "message_id", side: "customer" });
    // Giulia: the receipt alone. Hana was left out of the answer and takes part: she gets it from us.
    expect(await heard(cast.giulia.email, cast.paolo.email, cast.hana.email)).toEqual([1, 0, 1]);
    expect(await lastSentTo(cast.hana.email)).toMatchObject({ template: "participant-message" });
  });

  test("who answers to all with the keys of others in the addresses speaks as themselves", async () => {
    await arrive({ ...LEAK, cc: cast.paolo.email });
    const { number } = await theTicket();
    await answerFromDesk("elena", number, "A new pump leaves today.");
    const [toGiulia, toPaolo] = [await lastSentTo(cast.giulia.email), await lastSentTo(cast.paolo.email)];
    const [asGiulia, asPaolo] = [await answerTo(toGiulia), await answerTo(toPaolo)];
    expect(asGiulia.to).not.toBe(asPaolo.to);

    // Giulia answers to all; Paolo answers that mail to all and has her key among the addresses, without his own.
    const hers = freshMessageId();
    await arrive({ ...asGiulia, messageId: hers, from: cast.giulia.email, cc: cast.paolo.email, text: "When?" });
    const all = { to: [cast.giulia.email, asGiulia.to], inReplyTo: hers, references: [toGiulia.messageId, hers] };
    await arrive({ ...all, from: cast.paolo.email, subject: "R: Leak", text: "I am there from nine." });
    await arrive({
      ...all,
      to: [asGiulia.to, asPaolo.to],
      from: cast.paolo.email,
      subject: "R: Leak",
      text: "Or ten.",
    });

    const ticket = await theTicket();
    expect(ticket.messages.slice(2).map(({ authorId, text }) => [authorId, text])).toEqual([
      [cast.giulia.id, "When?"],
      [cast.paolo.id, "I am there from nine."],
      [cast.paolo.id, "Or ten."],
    ]);
    expect(ticket.messages.slice(2).every(({ side, rule }) => side === "customer" && rule === "reply_key")).toBe(true);
    // Giulia: receipt, answer, and the one mail of Paolo's that did not go to her. Paolo: the answer.
    expect(await heard(cast.giulia.email, cast.paolo.email)).toEqual([3, 1]);
    expect(await db().outboundMail.count({ where: { recipient: { contains: "+" } } })).toBe(0);
    expect(ticket.participants.map(({ personId }) => personId)).toEqual([cast.paolo.id]);
  });
});
