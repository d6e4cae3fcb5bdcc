import { describe, expect, test } from "vitest";
import { emptyMailroom, said, setMail, take, theTicket, writeMail } from "#tests/support/arriving-mail";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { getOriginal } from "~/domain/tickets/get-original.server";
import { database } from "~/platform/db.server";
import { decideHeldMail } from "./decide-held-mail.server";

useDatabase();
emptyMailroom();
const db = () => database().prisma;

const BLOCK = [
  "---------- Forwarded message ---------",
  "From: Nina Petrova <nina@petrova.example>",
  "Date: Fri, Nov 20, 2026 at 10:54 AM",
  "Subject: The pump leaks",
  "To: Sara Bianchi <sara@northwind.example>",
  "",
  "Good morning, the pump leaks since Monday.",
].join("\n");
const forwarded = (over: object = {}) =>
  take({ from: cast.sara.email, subject: "Fwd: The pump leaks", text: `Who takes this one?\n\n${BLOCK}`, ...over });
const addressOf = async (personId: string) =>
  (await db().emailAddress.findFirstOrThrow({ where: { personId } })).address;

describe("what staff forward", () => {
  test("inline is its first sender's ticket; the agent follows, and the words above are a note", async () => {
    const mail = await forwarded({ cc: cast.elena.email, attachments: [{ filename: "a.pdf", content: "%PDF-1.4 x" }] });
    const ticket = await theTicket();
    expect(mail.outcome).toBe("opened");
    expect(await addressOf(ticket.requesterId)).toBe("nina@petrova.example");
    expect(ticket).toMatchObject({
      subject: "The pump leaks",
      queueId: queues.repairs.id,
      participants: [],
      followers: [{ personId: cast.sara.id }],
    });
    const [message, note] = ticket.messages;
    expect(message).toMatchObject({
      kind: "public",
      side: "customer",
      authorId: ticket.requesterId,
      text: "Good morning, the pump leaks since Monday.",
      attachments: [{ name: "a.pdf" }],
    });
    expect(note).toMatchObject({ kind: "note", authorId: cast.sara.id, text: "Who takes this one?" });
    // The customer does not see what the agent wrote above.
    const nina = { ...castCtx("hana").actor, personId: ticket.requesterId };
    await expect(getOriginal({ ...castCtx("hana"), actor: nina }, message!.id)).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  test("as an attached message brings its own words and files", async () => {
    const original = await writeMail({
      from: "Nina Petrova <nina@petrova.example>",
      to: cast.sara.email,
      subject: "The pump leaks",
      text: "Since Monday.",
      attachments: [{ filename: "photo.pdf", content: "%PDF-1.4 y" }],
    });
    await forwarded({
      subject: "WG: The pump leaks",
      text: "See below",
      attachments: [{ filename: "mail.eml", contentType: "message/rfc822", content: original }],
    });
    const ticket = await theTicket();
    expect(await addressOf(ticket.requesterId)).toBe("nina@petrova.example");
    expect(ticket.messages[0]).toMatchObject({ text: "Since Monday.", attachments: [{}, { name: "photo.pdf" }] });
  });

  test("without a readable sender waits for a person, who may open it as the agent's own", async () => {
    const mail = await forwarded({ text: "See the attachment." });
    expect(mail).toMatchObject({ stage: "held", hold: { reason: "forward_unclear" } });
    await decideHeldMail(castCtx("elena"), mail.id, { kind: "open" });
    expect(await theTicket()).toMatchObject({ requesterId: cast.sara.id });
  });
});

describe("nobody else's forward", () => {
  test("changes the sender: a customer's stays the customer's", async () => {
    await forwarded({ from: cast.giulia.email });
    expect(await theTicket()).toMatchObject({ requesterId: cast.giulia.id, followers: [] });
  });

  test("that only claims to be staff's: DMARC failed where the settings mark it", async () => {
    await setMail({ dmarcFail: "mark" });
    await db().emailAddress.update({ where: { address: cast.sara.email }, data: { address: "sara@home.example" } });
    try {
      await forwarded({ from: "sara@home.example", headers: said("fail", "home.example") });
      expect(await theTicket()).toMatchObject({ requesterId: cast.sara.id });
    } finally {
      await db().emailAddress.update({ where: { address: "sara@home.example" }, data: { address: cast.sara.email } });
    }
  });

  test("a deactivated agent's", async () => {
    await db().person.update({ where: { id: cast.sara.id }, data: { deactivatedAt: new Date() } });
    try {
      await forwarded();
      expect(await theTicket()).toMatchObject({ requesterId: cast.sara.id, followers: [] });
    } finally {
      await db().person.update({ where: { id: cast.sara.id }, data: { deactivatedAt: null } });
    }
  });
});
