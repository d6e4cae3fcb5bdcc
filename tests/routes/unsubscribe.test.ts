import { expect, test } from "vitest";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { unsubscribeUrl } from "~/domain/mail/unsubscribe-token.server";
import { builtInStatusId } from "~/domain/tickets/states";
import { newId } from "~/lib/id";
import { NEVER } from "~/lib/never";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { action, loader } from "~/portal/unsubscribe/show";
import { cast, queues } from "#tests/support/cast";
import { routeArgs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";

useDatabase();

test("a participant's copy is stopped by one click without signing in; looking at the link stops nothing", async () => {
  const { prisma } = database();
  const at = new Date();
  const ticket = await prisma.ticket.create({
    data: {
      id: newId(),
      subject: "Damaged pump",
      requesterId: cast.giulia.id,
      queueId: queues.repairs.id,
      statusId: builtInStatusId("new"),
      channel: "mail",
      createdAt: at,
      activityAt: at,
      publicAt: at,
      waitingSince: NEVER,
      nextDueAt: NEVER,
      participants: { create: { personId: cast.paolo.id, addedAt: at } },
    },
  });
  const { id } = await queueMail(systemCtx(), {
    template: "participant-message",
    props: {
      number: ticket.number,
      subject: ticket.subject,
      url: "https://help.example/tickets/1",
      author: "Sara",
      text: "Hello",
      side: "agent",
    },
    locale: "en",
    to: { address: cast.paolo.email, name: cast.paolo.name, personId: cast.paolo.id },
    threadId: ticket.id,
  });
  const path = new URL(unsubscribeUrl(id)).pathname;
  const params = { token: path.split("/").at(-1)! };
  const muted = async () =>
    (await prisma.ticketParticipant.findFirstOrThrow({ where: { ticketId: ticket.id } })).mutedAt;

  const page = await loader({ ...routeArgs(path), params });
  expect(page).toMatchObject({ about: { what: "ticket", number: ticket.number, subject: "Damaged pump" } });
  expect(await muted()).toBeNull();

  const oneClick = { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) };
  for (let i = 0; i < 2; i++) expect(await action({ ...routeArgs(path, oneClick), params })).toEqual({ done: true });
  expect(await muted()).not.toBeNull();

  const forged = { token: `${params.token.slice(0, -4)}aaaa` };
  await expect(action({ ...routeArgs(path, oneClick), params: forged })).rejects.toMatchObject({ status: 404 });
  await expect(loader({ ...routeArgs(path), params: forged })).rejects.toMatchObject({ status: 404 });
});
