import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { storeUpload } from "~/domain/files/store-upload.server";
import { newId } from "~/lib/id";
import { isNever } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import {
  at,
  compose,
  eventsOf,
  mailsOf,
  now,
  openGiulias,
  race,
  readTicket,
  waitingJobs,
} from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { addNote } from "./add-note.server";
import { deleteTicket } from "./delete-ticket.server";
import { mergeTickets } from "./merge-tickets.server";
import { moveTicket } from "./move-ticket.server";
import { receiveCustomerMessage } from "./receive-customer-message.server";
import { releaseReply } from "./release-reply.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { saveDraft } from "./save-draft.server";
import { undoReply } from "./undo-reply.server";

useDatabase();
let thaw: () => void;
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeEach(() => void (thaw = at(0)));
afterEach(() => thaw());

const db = () => database().prisma;
const draftsOf = (ticketId: string) => db().draft.findMany({ where: { ticketId } });
const customerWrites = (ticketId: string, text = "Any news?") =>
  receiveCustomerMessage(systemCtx(), { ticketId, authorId: cast.giulia.id, body: { text }, channel: "mail" });

describe("a reply waits", () => {
  test("unseen by the customer for the seconds of the setting, with its job", async () => {
    const { ticketId, number } = await openGiulias();
    await saveDraft(castCtx("sara"), number, compose({ text: "We are" }));
    later(5);
    const replied = await replyToTicket(castCtx("sara"), number, compose());
    expect(replied).toMatchObject({ released: false, releaseAt: new Date(now().getTime() + 15_000) });
    expect(await readTicket(ticketId)).toMatchObject({ state: "new", messageCount: 1, firstReplyAt: null });
    expect(await mailsOf(ticketId)).toEqual([]);
    expect(await draftsOf(ticketId)).toEqual([]);
    const job = (await waitingJobs("tickets.release-reply")).find((j) => j.payload.replyId === replied.replyId);
    expect(job?.run_at).toEqual(replied.releaseAt);
  });

  test("and a draft of it that is saved late is none, also when both come at once", async () => {
    const sara = castCtx("sara");
    const { ticketId, number } = await openGiulias();
    for (const kind of ["public", "note"] as const) {
      for (let round = 0; round < 8; round++) {
        const form = compose({ kind, formId: newId() });
        await Promise.all([
          saveDraft(sara, number, form),
          replyToTicket(sara, number, form),
          saveDraft(sara, number, form),
        ]);
        await saveDraft(sara, number, form);
        expect(await draftsOf(ticketId)).toEqual([]);
      }
    }
    await saveDraft(sara, number, compose({ formId: newId(), text: "And" }));
    expect(await draftsOf(ticketId)).toMatchObject([{ text: "And" }]);
  });

  test("and is released once: message, state, clocks of pressing, event and mail", async () => {
    const { ticketId, number } = await openGiulias({ participantIds: [cast.paolo.id] });
    later(5);
    const pressed = now();
    const { replyId } = await replyToTicket(castCtx("sara"), number, compose({ cc: [cast.hana.email] }));
    later(6);
    expect(await releaseReply(systemCtx(), replyId!)).toEqual({ released: true });
    expect(await releaseReply(systemCtx(), replyId!)).toEqual({ released: false });
    const ticket = await readTicket(ticketId);
    expect(ticket).toMatchObject({
      state: "waiting_customer",
      firstReplyAt: pressed,
      lastAgentAt: pressed,
      publicAt: now(),
      messageCount: 2,
      snippet: "We are on it.",
    });
    expect(isNever(ticket.waitingSince)).toBe(true);
    expect(ticket.participants.map((p) => p.personId).sort()).toEqual([cast.paolo.id, cast.hana.id].sort());
    const events = await db().event.findMany({ where: { ticketId, type: "ticket.replied" } });
    expect(events).toMatchObject([{ actorKind: "person", actorId: cast.sara.id, data: { messageId: replyId } }]);
    const mails = await mailsOf(ticketId);
    expect(mails.map((m) => `${m.template} ${m.recipient}`).sort()).toEqual([
      "participant-message hana@tanaka.example",
      "participant-message p.ferri@marchetti.example",
      "reply giulia@marchetti.example",
    ]);
    expect(mails.map((m) => m.autoSubmitted)).toEqual([null, null, null]);
    const message = await db().message.findUniqueOrThrow({ where: { id: replyId! } });
    expect(message).toMatchObject({
      sentAt: pressed,
      side: "agent",
      authorId: cast.sara.id,
      addressees: { to: [{ address: cast.giulia.email }] },
    });
  });

  test("and the customer who wrote meanwhile still waits, whatever the mode", async () => {
    const { ticketId, number } = await openGiulias();
    later(5);
    const { replyId } = await replyToTicket(castCtx("sara"), number, compose({ mode: "solve" }));
    later(6);
    await customerWrites(ticketId);
    const wrote = now();
    later(7);
    await releaseReply(systemCtx(), replyId!);
    expect(await readTicket(ticketId)).toMatchObject({ state: "open", waitingSince: wrote, snippet: "Any news?" });
  });

  test("its files go with it, and undo gives words, Cc and files back above what was typed since", async () => {
    const { ticketId, number } = await openGiulias();
    const file = { name: "plan.txt", type: "text/plain", bytes: Buffer.from("plan") };
    const uploadId = await storeUpload(castCtx("sara"), file);
    const form = compose({ files: [uploadId], cc: [cast.hana.email] });
    const { replyId } = await replyToTicket(castCtx("sara"), number, form);
    await saveDraft(castCtx("sara"), number, compose({ text: "And another thing" }));
    expect(await undoReply(castCtx("sara"), replyId!)).toEqual({ number });
    expect(await draftsOf(ticketId)).toMatchObject([
      { text: "We are on it.\n\nAnd another thing", cc: [cast.hana.email], uploadIds: [uploadId], kind: "public" },
    ]);
    expect(await releaseReply(systemCtx(), replyId!)).toEqual({ released: false });
    expect(await mailsOf(ticketId)).toEqual([]);

    const again = await replyToTicket(castCtx("sara"), number, form);
    await releaseReply(systemCtx(), again.replyId!);
    expect(await db().attachment.findMany({ where: { messageId: again.replyId! } })).toMatchObject([
      { name: "plan.txt" },
    ]);
    expect(await db().upload.count({ where: { id: uploadId } })).toBe(0);
    const [mail] = await mailsOf(ticketId);
    expect(mail?.props).toMatchObject({ attachments: [{ name: "plan.txt", type: "text/plain" }] });
  });

  test("a colleague cannot take it back", async () => {
    const { number } = await openGiulias();
    const { replyId } = await replyToTicket(castCtx("sara"), number, compose());
    await expect(undoReply(castCtx("elena"), replyId!)).rejects.toMatchObject({ code: "tickets:error.alreadySent" });
  });

  test("on a ticket that is merged meanwhile it goes to the target, on a deleted one it is a draft again", async () => {
    const [a, b, c] = [await openGiulias(), await openGiulias(), await openGiulias()];
    const first = await replyToTicket(castCtx("sara"), a.number, compose());
    await mergeTickets(castCtx("elena"), a.number, b.number);
    await releaseReply(systemCtx(), first.replyId!);
    expect(await db().message.findUnique({ where: { id: first.replyId! } })).toMatchObject({ ticketId: b.ticketId });

    const second = await replyToTicket(castCtx("sara"), c.number, compose());
    await deleteTicket(castCtx("elena"), c.number);
    await releaseReply(systemCtx(), second.replyId!);
    expect(await draftsOf(c.ticketId)).toMatchObject([{ personId: cast.sara.id, text: "We are on it." }]);
    expect(await mailsOf(c.ticketId)).toEqual([]);
  });

  test("release against undo: exactly one of them happens", async () => {
    for (let i = 0; i < 15; i++) {
      const { ticketId, number } = await openGiulias();
      const { replyId } = await replyToTicket(castCtx("sara"), number, compose());
      const [released, undone] = await race<unknown>(
        () => releaseReply(systemCtx(), replyId!),
        () => undoReply(castCtx("sara"), replyId!),
      );
      expect(released?.status).toBe("fulfilled");
      const messages = await db().message.count({ where: { id: replyId! } });
      const drafts = (await draftsOf(ticketId)).length;
      const mails = (await mailsOf(ticketId)).length;
      expect([messages, mails, drafts]).toEqual(undone?.status === "fulfilled" ? [0, 0, 1] : [1, 1, 0]);
    }
  });

  test("several deliveries of the release at once are one reply", async () => {
    const { ticketId, number } = await openGiulias();
    const { replyId } = await replyToTicket(castCtx("sara"), number, compose());
    const results = await race(...[1, 2, 3, 4, 5].map(() => () => releaseReply(systemCtx(), replyId!)));
    const released = results.filter((r) => r.status === "fulfilled" && r.value.released);
    expect(released).toHaveLength(1);
    expect(await mailsOf(ticketId)).toHaveLength(1);
  });
});

describe("modes and channels", () => {
  test.each([
    ["wait", "waiting_customer"],
    ["keep_open", "open"],
    ["solve", "solved"],
  ] as const)("%s leads to %s", async (mode, state) => {
    const { ticketId, number } = await openGiulias();
    const replied = await replyToTicket(castCtx("sara"), number, compose({ mode }), { channel: "api" });
    expect(replied).toMatchObject({ released: true });
    expect(await readTicket(ticketId)).toMatchObject({ state, firstReplyAt: now() });
  });

  test("no waiting when the setting says 0 seconds", async () => {
    await db().setting.create({ data: { key: "tickets", value: { undoSeconds: 0 }, updatedAt: now() } });
    const { number } = await openGiulias();
    expect(await replyToTicket(castCtx("sara"), number, compose())).toMatchObject({ released: true });
    await db().setting.deleteMany();
  });

  test("a second reply leaves the first reply's time alone", async () => {
    const { ticketId, number } = await openGiulias();
    const first = now();
    await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    later(9);
    await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    expect(await readTicket(ticketId)).toMatchObject({ firstReplyAt: first, lastAgentAt: now() });
  });

  test("mails answer the thread: references are those the recipient has seen, 20 at most", async () => {
    const { number, ticketId } = await openGiulias();
    for (let i = 0; i < 24; i++) {
      later(i);
      await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    }
    const mails = await mailsOf(ticketId);
    const last = mails.at(-1)!;
    expect(last.inReplyTo).toBe(mails.at(-2)!.messageId);
    expect(last.references.length).toBeLessThanOrEqual(20);
    expect(last.references.at(-1)).toBe(last.inReplyTo);
  });

  test("closed, merged and deleted take no reply; customers and strangers to the queue neither", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    await expect(replyToTicket(castCtx("marco"), a.number, compose())).rejects.toMatchObject({ kind: "not_found" });
    await expect(replyToTicket(castCtx("giulia"), a.number, compose())).rejects.toMatchObject({ kind: "forbidden" });
    await mergeTickets(castCtx("sara"), a.number, b.number);
    await expect(replyToTicket(castCtx("sara"), a.number, compose())).rejects.toMatchObject({
      code: "tickets:error.merged",
      params: { number: b.number },
    });
    await moveTicket(castCtx("sara"), b.number, { to: "closed" });
    await expect(replyToTicket(castCtx("sara"), b.number, compose())).rejects.toMatchObject({
      code: "tickets:error.closed",
    });
  });
});

describe("two at once", () => {
  test("the same form from two tabs is one reply", async () => {
    const { ticketId, number } = await openGiulias();
    const form = compose({ formId: newId() });
    const results = await race(...[1, 2, 3, 4].map(() => () => replyToTicket(castCtx("sara"), number, form)));
    expect(results.every((r) => r.status === "fulfilled")).toBe(true);
    expect(await db().outgoingReply.count({ where: { ticketId } })).toBe(1);
    await releaseReply(systemCtx(), form.formId!);
    expect(await replyToTicket(castCtx("sara"), number, form)).toMatchObject({
      released: true,
      messageId: form.formId,
    });
    expect(await db().message.count({ where: { ticketId, side: "agent" } })).toBe(1);
  });

  test("two agents: the second is warned, and may send all the same", async () => {
    const { number, ticketId } = await openGiulias();
    const seenAt = now();
    later(1);
    const results = await race(
      () => replyToTicket(castCtx("sara"), number, compose({ seenAt, text: "From Sara" })),
      () => replyToTicket(castCtx("elena"), number, compose({ seenAt, text: "From Elena" })),
    );
    const refused = results.filter((r) => r.status === "rejected").map((r) => r.reason);
    expect(refused).toMatchObject([{ kind: "conflict", code: "tickets:error.newerMessage" }]);
    const loser = results[0]?.status === "rejected" ? "sara" : "elena";
    await replyToTicket(castCtx(loser), number, compose({ seenAt, confirmed: true }));
    expect(await db().outgoingReply.count({ where: { ticketId } })).toBe(2);
  });

  test("a customer's message after the agent looked warns; own and automatic ones do not", async () => {
    const { number, ticketId } = await openGiulias();
    const seenAt = now();
    later(1);
    await replyToTicket(castCtx("sara"), number, compose({ seenAt }), { channel: "api" });
    await receiveCustomerMessage(systemCtx(), {
      ticketId,
      authorId: cast.giulia.id,
      body: { text: "Away" },
      channel: "mail",
      automatic: true,
    });
    await replyToTicket(castCtx("sara"), number, compose({ seenAt }), { channel: "api" });
    await customerWrites(ticketId);
    await expect(replyToTicket(castCtx("sara"), number, compose({ seenAt }))).rejects.toMatchObject({
      code: "tickets:error.newerMessage",
    });
    expect(await replyToTicket(castCtx("sara"), number, compose({ seenAt: now() }))).toMatchObject({ released: false });
  });
});

describe("notes", () => {
  test("name colleagues, stay on the desk and leave clocks and state alone", async () => {
    const { ticketId, number } = await openGiulias();
    const before = await readTicket(ticketId);
    later(3);
    const { messageId } = await addNote(
      castCtx("sara"),
      number,
      compose({ text: "@elena rossi, @Marco Conti: look?" }),
    );
    expect(await eventsOf(ticketId)).toMatchObject([
      { type: "ticket.opened" },
      { type: "ticket.noted", data: { messageId, mentions: expect.arrayContaining([cast.elena.id, cast.marco.id]) } },
    ]);
    expect(await readTicket(ticketId)).toMatchObject({
      state: "new",
      firstReplyAt: null,
      waitingSince: before.waitingSince,
      publicAt: before.publicAt,
      activityAt: now(),
      messageCount: 2,
      snippet: before.snippet,
    });
    expect(await mailsOf(ticketId)).toEqual([]);
    // Mentioned in another queue's ticket, Marco sees it and may add notes, but not answer the customer.
    await addNote(castCtx("marco"), number, compose({ text: "Invoice is paid" }));
    await expect(replyToTicket(castCtx("marco"), number, compose())).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("reach no customer: not as words, not as what was said before, not as the reason of a mail", async () => {
    const { ticketId, number } = await openGiulias({ participantIds: [cast.paolo.id] });
    const secret = (n: number) =>
      compose({ kind: "note", text: `Secret ${n}: @Elena Rossi, the customer is difficult` });
    const { messageId } = await addNote(castCtx("sara"), number, secret(1));
    await replyToTicket(castCtx("sara"), number, compose({ mode: "keep_open" }), { channel: "api" });
    await addNote(castCtx("elena"), number, secret(2));
    await customerWrites(ticketId);
    await addNote(castCtx("sara"), number, secret(3));
    await replyToTicket(castCtx("sara"), number, compose({ mode: "solve" }), { channel: "api" });
    const mails = await mailsOf(ticketId);
    expect(mails.filter(({ recipient }) => recipient === cast.giulia.email)).toHaveLength(2);
    expect(mails.filter(({ recipient }) => recipient === cast.paolo.email)).toHaveLength(3);
    expect(mails.every(({ recipient }) => recipient.endsWith("@marchetti.example"))).toBe(true);
    expect(JSON.stringify(mails)).not.toMatch(/Secret|difficult/);
    expect(JSON.stringify(mails)).toContain("Any news?");
    expect(mails.map(({ entryId }) => entryId)).not.toContain(messageId);
  });

  test("the composer's form of kind note is a note", async () => {
    const { ticketId, number } = await openGiulias();
    const replied = await replyToTicket(castCtx("sara"), number, compose({ kind: "note" }));
    expect(replied).toMatchObject({ released: true });
    expect(await db().message.findUniqueOrThrow({ where: { id: replied.messageId! } })).toMatchObject({
      kind: "note",
      ticketId,
    });
  });
});
