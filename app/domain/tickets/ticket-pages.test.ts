import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { storeFile } from "~/domain/files/store-file.server";
import { cast, castCtx, organizations, queues, requestTypes, STORY_TIME } from "#tests/support/cast";
import { insertEvent, insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { getAttachment } from "./get-attachment.server";
import { getMessageVersions } from "./get-message-versions.server";
import { getOriginal } from "./get-original.server";
import { getRawMail } from "./get-raw-mail.server";
import { getTicketForApi } from "./get-ticket-for-api.server";
import { getTicketForDesk } from "./get-ticket-for-desk.server";
import { getTicketForPortal } from "./get-ticket-for-portal.server";
import { listBin } from "./list-bin.server";
import { listMessages } from "./list-messages.server";
import { listPortalTickets } from "./list-portal-tickets.server";
import { listQueue } from "./list-queue.server";
import { listTicketEvents } from "./list-ticket-events.server";
import type { EventView, MessageView } from "./views";

useDatabase();
beforeEach(() => freezeClock(STORY_TIME));

const STORY = new Date(STORY_TIME);
const minutes = (n: number) => new Date(STORY.getTime() + n * 60_000);
const NOT_FOUND = { kind: "not_found" };
const FORBIDDEN = { kind: "forbidden" };

let ticket: { id: string; number: number };
let asked: string;
let answered: string;
let noted: string;
let picture: string;

beforeAll(async () => {
  freezeClock(STORY_TIME);
  const { prisma } = database();
  ticket = await insertTicket({
    organizationId: organizations.marchetti.id,
    typeId: requestTypes.damaged.id,
    assigneeId: cast.sara.id,
    createdAt: minutes(-100),
    lastCustomerAt: minutes(-20),
    lastAgentAt: minutes(-50),
    waitingSince: minutes(-20),
  });
  asked = newId();
  const raw = [
    "From: Giulia <giulia@marchetti.example>",
    "Subject: =?utf-8?q?Pomp=C4=83?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<p onclick="x()">Look: <img src="cid:crack@x"><img src="http://tracker.example/p.gif"></p>',
    "--b",
    "Content-Type: image/png",
    "Content-ID: <crack@x>",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgoAAAANSUhEUg==",
    "--b--",
    "",
  ].join("\r\n");
  const inbound = await prisma.inboundMail.create({
    data: {
      id: newId(),
      source: "smtp",
      receivedAt: minutes(-100),
      envelopeFrom: cast.giulia.email,
      recipients: [queues.repairs.address],
      size: raw.length,
      sha256: "",
      raw: { create: { bytes: new Uint8Array(Buffer.from(raw)) } },
    },
  });
  await insertMessage(ticket.id, {
    id: asked,
    channel: "mail",
    inboundId: inbound.id,
    html: '<p>Look: <img alt="" data-cid="crack@x"></p>',
    quotedText: "> before",
    sentAt: minutes(-100),
    addressees: { to: [{ name: "Support", address: queues.repairs.address }], cc: [] },
  });
  const { fileId } = await storeFile(castCtx("giulia"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  picture = newId();
  await prisma.attachment.create({
    data: {
      id: picture,
      messageId: asked,
      fileId,
      name: "crepa è.png",
      type: "image/png",
      position: 0,
      inline: true,
      contentId: "crack@x",
    },
  });
  noted = (
    await insertMessage(ticket.id, {
      kind: "note",
      side: "agent",
      authorId: cast.elena.id,
      text: "Stock has two.",
      sentAt: minutes(-60),
    })
  ).id;
  answered = (
    await insertMessage(ticket.id, {
      side: "agent",
      channel: "agent",
      authorId: cast.sara.id,
      text: "Sorry about that.",
      sentAt: minutes(-50),
      editedAt: minutes(-40),
    })
  ).id;
  await prisma.messageVersion.create({
    data: { messageId: answered, version: 1, text: "Sory about that.", until: minutes(-40), byId: cast.sara.id },
  });
  await prisma.outboundMail.create({
    data: {
      id: newId(),
      template: "reply",
      locale: "it",
      props: {},
      recipient: cast.giulia.email,
      messageId: "<k.1@northwind.example>",
      references: [],
      entryId: answered,
      state: "sent",
      nextTryAt: minutes(-50),
      createdAt: minutes(-50),
      sentAt: minutes(-49),
    },
  });
  await insertEvent(ticket.id, "ticket.opened", { channel: "mail", queueId: queues.repairs.id }, minutes(-100), null);
  await insertEvent(ticket.id, "ticket.noted", { messageId: noted, mentions: [] }, minutes(-60));
  await insertEvent(ticket.id, "ticket.assigned", { from: null, to: cast.sara.id, reason: "manual" }, minutes(-30));
  const type = { field: "type", from: null, to: requestTypes.damaged.id };
  await insertEvent(ticket.id, "ticket.changed", type, minutes(-90), cast.elena.id);
  const status = "00000000-0000-7000-8000-000000000002";
  await insertEvent(
    ticket.id,
    "ticket.changed",
    { field: "status", from: status, to: status },
    minutes(-80),
    cast.elena.id,
  );
});

describe("getTicketForDesk", () => {
  it("gives the conversation with the events among it, oldest first", async () => {
    const { timeline, earlier } = await getTicketForDesk(castCtx("sara", { locale: "it" }), ticket.number);
    expect(timeline.map((item) => (item.kind === "message" ? item.messageKind : item.type))).toEqual([
      "public",
      "ticket.opened",
      "ticket.changed",
      "ticket.changed",
      "note",
      "public",
      "ticket.assigned",
    ]);
    expect(earlier).toBeNull();
    const [first, opened, typed, moved, , reply, assigned] = timeline as [
      MessageView,
      EventView,
      EventView,
      EventView,
      MessageView,
      MessageView,
      EventView,
    ];
    expect(first).toMatchObject({ hasOriginal: true, quotedText: "> before", deliveries: [], versions: 0 });
    expect(first.html).toContain(`src="/attachments/${picture}/crepa%20%C3%A8.png"`);
    expect(first.attachments).toEqual([
      { id: picture, name: "crepa è.png", type: "image/png", size: 16, inline: true },
    ]);
    expect(reply).toMatchObject({ author: { name: "Sara Bianchi" }, versions: 1, editedAt: minutes(-40) });
    expect(reply.deliveries).toMatchObject([
      { recipient: cast.giulia.email, state: "sent", sentAt: minutes(-49), nextTryAt: null },
    ]);
    expect(opened).toMatchObject({ actor: "system", names: { [queues.repairs.id]: "Repairs" } });
    expect(typed.names).toEqual({ [requestTypes.damaged.id]: "Merce danneggiata" });
    expect(Object.values(moved.names)).toEqual(["tickets:state.open"]);
    expect(assigned).toMatchObject({ undoable: true, names: { [cast.sara.id]: "Sara Bianchi" } });
    expect(typed.undoable).toBe(false);
  });

  it("gives the facts beside it", async () => {
    const { prisma } = database();
    const other = await insertTicket({ subject: "Earlier pump", state: "solved" });
    const hidden = await insertTicket({ subject: "An invoice", queueId: queues.billing.id });
    const next = await insertTicket({ subject: "Again" });
    const merged = await insertTicket({ subject: "Twice", state: "closed" });
    const upload = await prisma.upload.create({
      data: {
        id: newId(),
        fileId: (await storeFile(castCtx("elena"), Buffer.from("x"))).fileId,
        name: "x.txt",
        type: "text/plain",
        ownerId: cast.elena.id,
        createdAt: STORY,
      },
    });
    await prisma.merge.create({ data: { fromId: merged.id, intoId: ticket.id, at: STORY } });
    await prisma.ticketLink.create({ data: { fromId: next.id, toId: ticket.id, kind: "follow_up", at: STORY } });
    await prisma.ticketLink.create({ data: { fromId: ticket.id, toId: hidden.id, kind: "related", at: STORY } });
    await prisma.ticketParticipant.create({ data: { ticketId: ticket.id, personId: cast.paolo.id, addedAt: STORY } });
    await prisma.ticketFollower.create({ data: { ticketId: ticket.id, personId: cast.elena.id, at: STORY } });
    await prisma.tag.create({ data: { id: newId(), name: "warranty", tickets: { create: { ticketId: ticket.id } } } });
    await prisma.draft.create({
      data: {
        ticketId: ticket.id,
        personId: cast.elena.id,
        kind: "note",
        text: "Half a",
        uploadIds: [upload.id],
        updatedAt: STORY,
      },
    });
    await prisma.draft.create({
      data: { ticketId: ticket.id, personId: cast.marco.id, kind: "note", text: "Not hers", updatedAt: STORY },
    });
    const outgoing = { text: "Soon", mode: "wait", pressedAt: STORY, releaseAt: minutes(1) } as const;
    await prisma.outgoingReply.create({
      data: { id: newId(), ticketId: ticket.id, agentId: cast.sara.id, ...outgoing },
    });
    for (const [personId, tab, seenAt] of [
      [cast.sara.id, "a", minutes(-0.25)],
      [cast.sara.id, "b", STORY],
      [cast.elena.id, "c", STORY],
      [cast.ada.id, "d", minutes(-1)],
    ] as const)
      await prisma.presence.create({ data: { ticketId: ticket.id, personId, tab, seenAt, typing: tab === "a" } });
    await prisma.ticketBanner.create({
      data: { id: newId(), ticketId: ticket.id, code: "forged_key", data: { a: 1 }, at: STORY },
    });
    await prisma.ticketBanner.create({
      data: { id: newId(), ticketId: ticket.id, code: "old", data: {}, at: STORY, dismissedAt: STORY },
    });
    await prisma.suppression.create({
      data: { address: cast.giulia.email, reason: "mailboxfull", since: STORY, until: minutes(60) },
    });

    const page = await getTicketForDesk(castCtx("elena"), ticket.number);
    expect(page).toMatchObject({
      subject: "Pump 7 does not start",
      status: { state: "open", name: null },
      queue: { name: "Repairs", sendMode: "wait", address: queues.repairs.address },
      type: { name: "Damaged goods" },
      assignee: { name: "Sara Bianchi" },
      tags: ["warranty"],
      waitingSince: minutes(-20),
      snoozedUntil: null,
      mergedInto: null,
      mergedFrom: [{ number: merged.number, subject: "Twice" }],
      links: [{ number: next.number, kind: "follow_up", state: "open" }],
      banners: [{ code: "forged_key", data: { a: 1 } }],
      requester: { name: "Giulia Marchetti", email: cast.giulia.email },
      suppressed: [{ address: cast.giulia.email, reason: "mailboxfull", until: minutes(60) }],
      organization: { name: "Marchetti Impianti" },
      participants: [{ name: "Paolo Ferri", email: cast.paolo.email, muted: false }],
      followers: [{ name: "Elena Rossi" }],
      following: true,
      requesterTickets: { open: 3, total: 5 },
      drafts: [{ kind: "note", text: "Half a", uploads: [{ name: "x.txt", size: 1 }], updatedAt: STORY }],
      outgoing: [{ own: false, agent: { name: "Sara Bianchi" }, releaseAt: minutes(1) }],
      present: [{ name: "Sara Bianchi", typing: true }],
      allowed: { reply: true, delete: true, merge: true },
    });
    expect(page.requesterTickets.recent.map((t) => t.number).toSorted()).toEqual(
      [other.number, next.number, merged.number].toSorted(),
    );
    expect(page.allowed.moves).toContain("solved");
    const old = await getTicketForDesk(castCtx("elena"), merged.number);
    expect(old).toMatchObject({ mergedInto: ticket.number, allowed: { reply: false, moves: [], merge: false } });
  });

  it("is 404 out of sight, 403 for customers, and shows a deleted ticket without acts", async () => {
    await expect(getTicketForDesk(castCtx("marco"), ticket.number)).rejects.toMatchObject(NOT_FOUND);
    await expect(getTicketForDesk(castCtx("sara"), 999_999)).rejects.toMatchObject(NOT_FOUND);
    await expect(getTicketForDesk(castCtx("giulia"), ticket.number)).rejects.toMatchObject(FORBIDDEN);
    const gone = await insertTicket({ deletedAt: minutes(-1), deletedById: cast.sara.id, subject: "Gone" });
    const page = await getTicketForDesk(castCtx("sara"), gone.number);
    expect(page).toMatchObject({ deletedAt: minutes(-1), allowed: { reply: false, delete: false, moves: [] } });
    expect((await listBin(castCtx("elena"), null)).rows).toMatchObject([
      { subject: "Gone", deletedBy: "Sara Bianchi", queueName: "Repairs", purgeAt: minutes(30 * 24 * 60 - 1) },
    ]);
    expect((await listBin(castCtx("marco"), null)).rows).toEqual([]);
    await database().prisma.ticket.delete({ where: { id: gone.id } });
  });
});

describe("getTicketForPortal", () => {
  it("gives public messages only, with quotes, in the customer's words", async () => {
    const page = await getTicketForPortal(castCtx("giulia"), ticket.number);
    expect(page.messages.map((message) => [message.author, message.own, message.side])).toEqual([
      ["Giulia Marchetti", true, "customer"],
      ["Sara Bianchi", false, "agent"],
    ]);
    expect(page.messages[0]).toMatchObject({ quotedText: "> before", hasOriginal: true });
    expect(JSON.stringify(page)).not.toContain("Stock has two");
    expect(page).toMatchObject({
      state: "in_progress",
      typeName: "Merce danneggiata",
      assigneeName: "Sara Bianchi",
      queueAddress: queues.repairs.address,
      followUps: [{ subject: "Again" }],
      allowed: { reply: true, solve: true, reopen: false, invite: true },
    });
  });

  it("is 404 for strangers to it, and open to whoever takes part", async () => {
    await expect(getTicketForPortal(castCtx("hana"), ticket.number)).rejects.toMatchObject(NOT_FOUND);
    const anonymous = castCtx("hana", {});
    await expect(
      getTicketForPortal({ ...anonymous, actor: { kind: "anonymous" } }, ticket.number),
    ).rejects.toMatchObject(NOT_FOUND);
    expect((await getTicketForPortal(castCtx("paolo"), ticket.number)).messages).toHaveLength(2);
  });
});

describe("unread marks", () => {
  const unread = async () => ({
    desk: (await listQueue(castCtx("sara"), { view: "mine", queueId: null, sort: "activity", after: null })).rows[0]
      ?.unread,
    portal: (await listPortalTickets(castCtx("paolo"), { scope: "mine", filter: "open", after: null })).rows[0]?.unread,
  });
  const read = (personId: string, readAt: Date) =>
    database().prisma.ticketRead.upsert({
      where: { ticketId_personId: { ticketId: ticket.id, personId } },
      create: { ticketId: ticket.id, personId, readAt },
      update: { readAt },
    });

  it("stand for what the other side wrote since one looked", async () => {
    expect(await unread()).toEqual({ desk: true, portal: true });
    await read(cast.sara.id, minutes(-10));
    await read(cast.paolo.id, minutes(-10));
    expect(await unread()).toEqual({ desk: false, portal: false });
    await read(cast.sara.id, minutes(-21));
    await read(cast.paolo.id, minutes(-51));
    expect(await unread()).toEqual({ desk: true, portal: true });
  });

  it("stand for a notification too, until one has looked", async () => {
    const notify = (at: Date) =>
      database().prisma.notification.create({
        data: { id: newId(), personId: cast.sara.id, kind: "mentioned", ticketId: ticket.id, eventId: newId(), at },
      });
    await read(cast.sara.id, STORY);
    await notify(minutes(-1));
    expect((await unread()).desk).toBe(false);
    await notify(minutes(1));
    expect((await unread()).desk).toBe(true);
  });
});

describe("files and mails of a message", () => {
  it("are given to who sees the message", async () => {
    expect(await getAttachment(castCtx("paolo"), picture)).toMatchObject({ name: "crepa è.png", size: 16 });
    await expect(getAttachment(castCtx("hana"), picture)).rejects.toMatchObject(NOT_FOUND);
    await expect(getAttachment(castCtx("sara"), "nonsense")).rejects.toMatchObject(NOT_FOUND);
    await database().prisma.attachment.update({ where: { id: picture }, data: { messageId: noted } });
    await expect(getAttachment(castCtx("giulia"), picture)).rejects.toMatchObject(NOT_FOUND);
    expect(await getAttachment(castCtx("elena"), picture)).toMatchObject({ id: picture });
    await database().prisma.attachment.update({ where: { id: picture }, data: { messageId: asked } });
  });

  it("show the original with its own pictures inside", async () => {
    const { html, subject } = await getOriginal(castCtx("giulia"), asked);
    expect(subject).toBe("Pompă");
    expect(html).toContain('src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="');
    await expect(getOriginal(castCtx("hana"), asked)).rejects.toMatchObject(NOT_FOUND);
    await expect(getOriginal(castCtx("giulia"), answered)).rejects.toMatchObject(NOT_FOUND);
  });

  it("give the raw mail to staff alone", async () => {
    const { bytes } = await getRawMail(castCtx("sara"), asked);
    expect(String(Buffer.from(bytes))).toContain("Content-ID: <crack@x>");
    await expect(getRawMail(castCtx("giulia"), asked)).rejects.toMatchObject(FORBIDDEN);
    await expect(getRawMail(castCtx("marco"), asked)).rejects.toMatchObject(NOT_FOUND);
  });

  it("show a message's earlier words to staff, and let its author edit", async () => {
    expect(await getMessageVersions(castCtx("sara"), answered)).toMatchObject({
      editable: true,
      mailed: true,
      versions: [{ version: 1, text: "Sory about that." }],
    });
    expect(await getMessageVersions(castCtx("elena"), answered)).toMatchObject({ editable: false });
    await expect(getMessageVersions(castCtx("giulia"), answered)).rejects.toMatchObject(FORBIDDEN);
  });
});

describe("the API's reads", () => {
  it("keep notes, tags and changes from customers", async () => {
    expect(await getTicketForApi(castCtx("sara"), ticket.number)).toMatchObject({
      tags: ["warranty"],
      requester: { email: cast.giulia.email },
      updatedAt: STORY,
    });
    expect(await getTicketForApi(castCtx("giulia"), ticket.number)).toMatchObject({ tags: [], messageCount: 2 });
    await expect(getTicketForApi(castCtx("hana"), ticket.number)).rejects.toMatchObject(NOT_FOUND);
    const texts = async (name: "sara" | "giulia") =>
      (await listMessages(castCtx(name), ticket.number, null)).rows.map((message) => message.text);
    expect(await texts("sara")).toEqual(["Sorry about that.", "Stock has two.", "It stopped."]);
    expect(await texts("giulia")).toEqual(["Sorry about that.", "It stopped."]);
    await expect(listMessages(castCtx("hana"), ticket.number, null)).rejects.toMatchObject(NOT_FOUND);
    expect((await listTicketEvents(castCtx("sara"), ticket.number, null)).rows.map((event) => event.type)).toEqual([
      "ticket.assigned",
      "ticket.noted",
      "ticket.changed",
      "ticket.changed",
      "ticket.opened",
    ]);
    await expect(listTicketEvents(castCtx("giulia"), ticket.number, null)).rejects.toMatchObject(FORBIDDEN);
  });
});
