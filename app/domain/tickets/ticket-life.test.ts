import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { storeUpload } from "~/domain/files/store-upload.server";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { at, compose, eventsOf, mailsOf, now, openGiulias, race, readTicket } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { addNote } from "./add-note.server";
import { addParticipant } from "./add-participant.server";
import { closeSolvedTickets } from "./close-solved-tickets.server";
import { deleteTicket } from "./delete-ticket.server";
import { discardDraft } from "./discard-draft.server";
import { dismissBanner } from "./dismiss-banner.server";
import { editMessage } from "./edit-message.server";
import { followTicket } from "./follow-ticket.server";
import { jobs } from "./jobs.server";
import { leavePresence } from "./leave-presence.server";
import { markRead } from "./mark-read.server";
import { markUnread } from "./mark-unread.server";
import { moveTicket } from "./move-ticket.server";
import { muteParticipant } from "./mute-participant.server";
import { purgeBin } from "./purge-bin.server";
import { removeParticipant } from "./remove-participant.server";
import { replyToTicket } from "./reply-to-ticket.server";
import { restoreTicket } from "./restore-ticket.server";
import { saveDraft } from "./save-draft.server";
import { sweepPresence } from "./sweep-presence.server";
import { touchPresence } from "./touch-presence.server";
import { unfollowTicket } from "./unfollow-ticket.server";

useDatabase();
let thaw: () => void;
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
beforeEach(() => void (thaw = at(0)));
afterEach(() => thaw());
const db = () => database().prisma;
const DAY = 1_440;

describe("timers", () => {
  test("solved closes itself after the days of the setting, once, with its event", async () => {
    const [a, b] = [await openGiulias(), await openGiulias()];
    await moveTicket(castCtx("sara"), a.number, { to: "solved" });
    later(2 * DAY);
    await moveTicket(castCtx("sara"), b.number, { to: "solved" });
    later(7 * DAY);
    expect(await closeSolvedTickets(systemCtx())).toEqual({ closed: 1 });
    expect(await closeSolvedTickets(systemCtx())).toEqual({ closed: 0 });
    expect(await readTicket(a.ticketId)).toMatchObject({ state: "closed", closedAt: now() });
    expect(await readTicket(b.ticketId)).toMatchObject({ state: "solved" });
    expect((await eventsOf(a.ticketId)).at(-1)).toMatchObject({
      data: { from: "solved", to: "closed", cause: "timer" },
    });
  });

  test("every job may run twice", async () => {
    const { ticketId, number } = await openGiulias();
    const { replyId } = await replyToTicket(castCtx("sara"), number, compose());
    const payloads: Record<string, object> = {
      "tickets.release-reply": { replyId },
      "tickets.assign": { queueId: queues.repairs.id },
      "tickets.wake": { ticketId },
      "tickets.escalate": { targetId: newId(), step: newId(), policyVersionId: newId() },
    };
    for (const job of jobs) {
      const payload = job.payload.parse(payloads[job.name] ?? { eventId: newId() });
      for (let i = 0; i < 2; i++) await job.run(systemCtx(), payload as never);
    }
    expect(await db().message.count({ where: { ticketId } })).toBe(2);
  });
});

describe("the bin", () => {
  test("takes a ticket out of sight and gives it back as it was", async () => {
    const { ticketId, number } = await openGiulias();
    later(1);
    await deleteTicket(castCtx("sara"), number);
    expect(await readTicket(ticketId)).toMatchObject({ deletedAt: now(), deletedById: cast.sara.id, state: "new" });
    await expect(addNote(castCtx("sara"), number, compose())).rejects.toMatchObject({ kind: "not_found" });
    await expect(restoreTicket(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "not_found" });
    later(2);
    await restoreTicket(castCtx("sara"), number);
    await restoreTicket(castCtx("sara"), number);
    expect(await readTicket(ticketId)).toMatchObject({ deletedAt: null, deletedById: null, state: "new" });
    expect((await eventsOf(ticketId)).map((e) => e.type)).toEqual([
      "ticket.opened",
      "ticket.deleted",
      "ticket.restored",
    ]);
    await expect(deleteTicket(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is emptied after the days of the setting, with the conversation", async () => {
    const { ticketId, number } = await openGiulias();
    await deleteTicket(castCtx("sara"), number);
    later(29 * DAY);
    await purgeBin(systemCtx());
    expect(await db().ticket.count({ where: { id: ticketId } })).toBe(1);
    later(30 * DAY);
    expect((await purgeBin(systemCtx())).purged).toBeGreaterThan(0);
    expect(await db().ticket.count({ where: { id: ticketId } })).toBe(0);
    expect(await db().message.count({ where: { ticketId } })).toBe(0);
    expect((await eventsOf(ticketId)).at(-1)).toMatchObject({ type: "ticket.purged", data: { number } });
  });
});

describe("people", () => {
  test("a customer invites a colleague, an agent removes one, who leaves may", async () => {
    const { ticketId, number } = await openGiulias({ requesterId: cast.giulia.id });
    expect(await addParticipant(castCtx("giulia"), number, "P.Ferri@marchetti.example ")).toEqual({ added: true });
    expect(await addParticipant(castCtx("paolo"), number, "new@marchetti.example")).toEqual({ added: true });
    expect(await addParticipant(castCtx("sara"), number, "new@marchetti.example")).toEqual({ added: false });
    expect(await addParticipant(castCtx("sara"), number, "support@northwind.example")).toEqual({ added: false });
    await expect(addParticipant(castCtx("sara"), number, "not an address")).rejects.toMatchObject({ kind: "invalid" });
    await expect(addParticipant(castCtx("hana"), number, "x@y.example")).rejects.toMatchObject({ kind: "not_found" });
    const { participants } = await readTicket(ticketId);
    const newcomer = participants.find((p) => p.personId !== cast.paolo.id)!.personId;
    await expect(removeParticipant(castCtx("giulia"), number, newcomer)).rejects.toMatchObject({ kind: "forbidden" });
    await removeParticipant(castCtx("sara"), number, newcomer);
    await removeParticipant(castCtx("paolo"), number, cast.paolo.id);
    expect((await readTicket(ticketId)).participants).toEqual([]);
  });

  test("the muted get no more mail of it", async () => {
    const { ticketId, number } = await openGiulias({ participantIds: [cast.hana.id] });
    await muteParticipant(systemCtx(), { ticketId, personId: cast.hana.id });
    await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    expect((await mailsOf(ticketId)).map((m) => m.recipient)).toEqual([cast.giulia.email]);
  });

  test("followers: staff only, twice is once", async () => {
    const { ticketId, number } = await openGiulias();
    later(1);
    for (let i = 0; i < 2; i++) await followTicket(castCtx("elena"), number);
    later(2);
    for (let i = 0; i < 2; i++) await unfollowTicket(castCtx("elena"), number);
    expect((await eventsOf(ticketId)).map((e) => e.type).slice(1)).toEqual(["ticket.followed", "ticket.unfollowed"]);
    await expect(async () => followTicket(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("edited messages", () => {
  test("keep their versions; the snippet follows", async () => {
    const { ticketId, number } = await openGiulias();
    later(1);
    const { messageId } = await replyToTicket(castCtx("sara"), number, compose(), { channel: "api" });
    later(2);
    expect(await editMessage(castCtx("sara"), messageId!, "We are on our way.")).toEqual({ number, version: 1 });
    expect(await editMessage(castCtx("sara"), messageId!, "We are there.")).toEqual({ number, version: 2 });
    expect(await editMessage(castCtx("sara"), messageId!, " We are there. ")).toEqual({ number, version: 0 });
    const versions = await db().messageVersion.findMany({
      where: { messageId: messageId! },
      orderBy: { version: "asc" },
    });
    expect(versions.map((v) => v.text)).toEqual(["We are on it.", "We are on our way."]);
    expect(await readTicket(ticketId)).toMatchObject({ snippet: "We are there.", publicAt: now() });
    expect(await db().message.findUnique({ where: { id: messageId! } })).toMatchObject({ editedAt: now() });
  });

  test("are one's own: neither a customer's nor a colleague's, nor by a customer", async () => {
    const { messageId, number } = await openGiulias();
    await expect(editMessage(castCtx("sara"), messageId, "x")).rejects.toMatchObject({
      code: "tickets:error.notYours",
    });
    await expect(async () => editMessage(castCtx("giulia"), messageId, "x")).rejects.toMatchObject({
      kind: "forbidden",
    });
    const note = await addNote(castCtx("sara"), number, compose({ text: "mine" }));
    await expect(editMessage(castCtx("elena"), note.messageId, "x")).rejects.toMatchObject({ kind: "forbidden" });
    await expect(editMessage(castCtx("sara"), newId(), "x")).rejects.toMatchObject({ kind: "not_found" });
    await expect(async () => editMessage(castCtx("sara"), note.messageId, " ")).rejects.toMatchObject({
      kind: "invalid",
    });
  });

  test("two edits at once are two versions", async () => {
    const { number } = await openGiulias();
    const { messageId } = await addNote(castCtx("sara"), number, compose({ text: "first" }));
    await race(...["second", "third"].map((text) => () => editMessage(castCtx("sara"), messageId, text)));
    expect(await db().messageVersion.count({ where: { messageId } })).toBe(2);
  });
});

describe("drafts", () => {
  test("are one's own per kind, hold one's own uploads, survive, and vanish when empty", async () => {
    const { ticketId, number } = await openGiulias();
    const bytes = Buffer.from("x");
    const mine = await storeUpload(castCtx("sara"), { name: "a.txt", type: "text/plain", bytes });
    const hers = await storeUpload(castCtx("elena"), { name: "b.txt", type: "text/plain", bytes });
    await saveDraft(castCtx("sara"), number, compose({ text: "Half a", files: [mine, hers, newId()] }));
    await saveDraft(castCtx("sara"), number, compose({ text: "A note", kind: "note" }));
    await deleteTicket(castCtx("elena"), number);
    await saveDraft(castCtx("sara"), number, compose({ text: "Half a sentence", files: [mine] }));
    const drafts = await db().draft.findMany({ where: { ticketId }, orderBy: { kind: "asc" } });
    expect(drafts).toMatchObject([
      { kind: "public", text: "Half a sentence", uploadIds: [mine], personId: cast.sara.id },
      { kind: "note", text: "A note" },
    ]);
    await saveDraft(castCtx("sara"), number, compose({ text: "  " }));
    await discardDraft(castCtx("sara"), number, "note");
    expect(await db().draft.count({ where: { ticketId } })).toBe(0);
    await expect(saveDraft(castCtx("marco"), number, compose())).rejects.toMatchObject({ kind: "not_found" });
  });
});

test("presence comes, types, leaves, and is swept when not renewed", async () => {
  const { ticketId, number } = await openGiulias();
  const tab = newId();
  await touchPresence(castCtx("sara"), number, { tab, typing: false });
  await touchPresence(castCtx("elena"), number, { tab, typing: true });
  later(1);
  await touchPresence(castCtx("sara"), number, { tab, typing: true });
  await sweepPresence(systemCtx());
  expect(await db().presence.count({ where: { ticketId } })).toBe(2);
  later(1.5);
  await sweepPresence(systemCtx());
  expect(await db().presence.findMany({ where: { ticketId } })).toMatchObject([
    { personId: cast.sara.id, typing: true },
  ]);
  await leavePresence(castCtx("sara"), number, tab);
  expect(await db().presence.count({ where: { ticketId } })).toBe(0);
});

test("read marks go forward only and can be forgotten; banners are dismissed by those who work on it", async () => {
  const { ticketId, number } = await openGiulias({ banners: [{ code: "unknown_sender", data: {} }] });
  later(5);
  await markRead(castCtx("giulia"), number);
  const seen = now();
  later(3);
  await markRead(castCtx("giulia"), number);
  expect(await db().ticketRead.findMany({ where: { ticketId } })).toMatchObject([{ readAt: seen }]);
  await markUnread(castCtx("giulia"), number);
  expect(await db().ticketRead.count({ where: { ticketId } })).toBe(0);
  const banner = await db().ticketBanner.findFirstOrThrow({ where: { ticketId } });
  await expect(dismissBanner(castCtx("giulia"), number, banner.id)).rejects.toMatchObject({ kind: "forbidden" });
  await dismissBanner(castCtx("sara"), number, banner.id);
  expect(await db().ticketBanner.findFirstOrThrow({ where: { ticketId } })).toMatchObject({ dismissedAt: now() });
});
