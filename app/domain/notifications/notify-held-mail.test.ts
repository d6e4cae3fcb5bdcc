import { beforeEach, describe, expect, test } from "vitest";
import "~/domain/mail/events";
import { readMailBytes } from "~/domain/mail/read-mail-bytes.server";
import { newId } from "~/lib/id";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { insertMail } from "#tests/support/insert-mail";
import { useDatabase } from "#tests/support/use-database";
import { listNotifications } from "./list-notifications.server";
import { notifyHeldMail } from "./notify-held-mail.server";

useDatabase();
const db = () => database().prisma;
const mails = () => db().outboundMail.findMany({ where: { template: "agent-notice" }, orderBy: { recipient: "asc" } });
beforeEach(async () => {
  await db().inboundMail.deleteMany();
  await db().outboundMail.deleteMany();
  await db().notification.deleteMany();
  await db().notificationPreference.deleteMany();
  await db().rateWindow.deleteMany();
  await db().queue.updateMany({ data: { teamId: null } });
  await db().team.deleteMany();
});

/** A held mail that is overdue; the event that says so. */
async function overdue(decided = false) {
  const at = new Date();
  const end = decided ? { decidedAt: at, decision: "discarded" } : {};
  const { id: inboundId } = await insertMail({ subject: "Re: pump", hold: { reason: "spam", alertedAt: at, ...end } });
  const eventId = await inTransaction(systemCtx(), (ctx) =>
    recordEvent(ctx, "mail.held_overdue", {}, { inboundId, queueId: queues.repairs.id }),
  );
  return { inboundId, eventId };
}

async function giveLead(leadId: string): Promise<void> {
  const id = newId();
  await db().team.create({ data: { id, name: id, leadId } });
  await db().queue.update({ where: { id: queues.repairs.id }, data: { teamId: id } });
}

describe("a held mail that waits too long", () => {
  test("is told to the lead on screen and by mail, once, with a way to the mail", async () => {
    await giveLead(cast.elena.id);
    const { inboundId, eventId } = await overdue();
    await notifyHeldMail(systemCtx(), eventId);
    await notifyHeldMail(systemCtx(), eventId);
    const { rows } = await listNotifications(castCtx("elena"), null);
    expect(rows).toMatchObject([
      {
        kind: "mail_held",
        unread: true,
        ticket: null,
        mail: { inboundId, subject: "Re: pump", from: "stranger@elsewhere.example" },
      },
    ]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: cast.elena.email, autoSubmitted: "auto-generated", threadId: null });
    const text = (await readMailBytes(systemCtx(), mail!.id))!.bytes.toString();
    expect(text).toContain(`/desk/mailroom/${inboundId}`);
    expect(text).toContain("stranger@elsewhere.example");
  });

  test("is told to the administrators where no team has a lead, as their switches say", async () => {
    await db().notificationPreference.create({ data: { personId: cast.ada.id, kind: "mail_held", mail: false } });
    const { eventId } = await overdue();
    await notifyHeldMail(systemCtx(), eventId);
    expect(await db().notification.findMany()).toMatchObject([{ personId: cast.ada.id, kind: "mail_held" }]);
    expect(await mails()).toEqual([]);
  });

  test("is told to nobody once somebody has decided", async () => {
    const { eventId } = await overdue(true);
    await notifyHeldMail(systemCtx(), eventId);
    expect(await db().notification.count()).toBe(0);
  });
});
