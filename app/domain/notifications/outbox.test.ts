import { beforeAll, expect, test } from "vitest";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { builtInStatusId } from "~/domain/tickets/states";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { getOutboxHtml } from "./get-outbox-html.server";
import { getOutboxMail } from "./get-outbox-mail.server";
import { listOutbox } from "./list-outbox.server";

useDatabase();
let ofTicket = "";
let signIn = "";

beforeAll(async () => {
  const at = new Date();
  const ticket = await database().prisma.ticket.create({
    data: {
      id: newId(),
      subject: "Damaged pump",
      requesterId: cast.giulia.id,
      queueId: queues.billing.id,
      state: "open",
      statusId: builtInStatusId("open"),
      channel: "mail",
      createdAt: at,
      activityAt: at,
      publicAt: at,
      waitingSince: NEVER,
      nextDueAt: NEVER,
    },
  });
  const to = { address: cast.giulia.email, name: cast.giulia.name, personId: cast.giulia.id };
  const ctx = systemCtx();
  const props = { number: ticket.number, subject: ticket.subject, url: "https://help.example/tickets/1" };
  ofTicket = (await queueMail(ctx, { template: "solved", props, locale: "it", to, threadId: ticket.id })).id;
  const link = { url: "https://help.example/link/secret", minutes: 30 };
  const staff = { address: cast.ada.email, name: cast.ada.name, personId: cast.ada.id };
  signIn = (
    await queueMail(systemCtx({ now: new Date(ctx.now.getTime() + 1) }), {
      template: "sign-in-link",
      props: link,
      locale: "en",
      to: staff,
    })
  ).id;
});

const seenBy = async (who: "sara" | "elena" | "ada") => (await listOutbox(castCtx(who), null)).rows.map(({ id }) => id);

test("agents see the mails of tickets they see, nobody's links to sign in; administrators see all", async () => {
  expect(await seenBy("sara")).toEqual([ofTicket]);
  expect(await seenBy("elena")).toEqual([]);
  expect(await seenBy("ada")).toEqual([signIn, ofTicket]);
  await expect(getOutboxMail(castCtx("sara"), signIn)).rejects.toMatchObject({ kind: "not_found" });
  await expect(getOutboxHtml(castCtx("elena"), ofTicket)).rejects.toMatchObject({ kind: "not_found" });
  await expect(listOutbox(castCtx("giulia"), null)).rejects.toMatchObject({ kind: "forbidden" });
});

test("a mail reads the same before and after it went out", async () => {
  const before = await getOutboxMail(castCtx("sara"), ofTicket);
  expect(before).toMatchObject({ state: "queued", subject: expect.stringContaining("Damaged pump"), transport: null });
  await deliverMail(systemCtx(), ofTicket);
  const after = await getOutboxMail(castCtx("sara"), ofTicket);
  expect(after).toMatchObject({ state: "sent", transport: "outbox", nextTryAt: null });
  expect([after.text, after.headers, after.from]).toEqual([before.text, before.headers, before.from]);
  expect(after.headers.map(({ name }) => name)).toEqual(["From", "To", "Reply-To", "Subject", "Date", "Message-ID"]);
  expect(await getOutboxHtml(castCtx("sara"), ofTicket)).toContain("è risolto");
});
