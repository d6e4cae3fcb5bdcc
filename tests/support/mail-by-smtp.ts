import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { queueMail } from "~/domain/mail/queue-mail.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { startSmtpReceiver } from "~/domain/mailroom/start-smtp-receiver.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, queues } from "./cast";
import { sendMail, workMail } from "./mailroom";

const db = () => database().prisma;
let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;
let count = 0;

/** A receiver for the file; before each test no tickets and no mails. */
export function useMailReceiver(): void {
  beforeAll(async () => {
    receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
  });
  afterAll(() => receiver.stop());
  beforeEach(async () => {
    await db().ticket.deleteMany();
    await db().inboundMail.deleteMany();
    await db().seenMail.deleteMany();
    await db().threadKey.deleteMany();
    await db().outboundMail.deleteMany();
    await db().suppression.deleteMany();
    await db().rateWindow.deleteMany();
  });
}

/** Where the file's receiver listens. */
export const receiverPort = (): number => receiver.port;

export const freshId = (): string => `<${++count}.${Date.now()}@client.example>`;

type Draft = { from?: string; to?: string | string[]; subject?: string; text?: string } & Record<string, unknown>;

/** A mail from Giulia to Repairs about the pump where nothing else is said. */
export const mail = (over: Draft = {}) => ({
  from: cast.giulia.email,
  to: queues.repairs.address,
  subject: "La pompa perde",
  text: "Buongiorno, la pompa perde acqua da ieri sera e non si ferma.",
  messageId: freshId(),
  ...over,
});

/** Sends and files one mail; answers its row. */
export async function take(over: Draft = {}) {
  const before = new Set((await db().inboundMail.findMany({ select: { id: true } })).map(({ id }) => id));
  await sendMail(receiver.port, mail(over));
  await workMail();
  const rows = await db().inboundMail.findMany();
  return rows.find(({ id }) => !before.has(id))!;
}

/** The tickets in the order of their numbers, with their messages. */
export const tickets = () =>
  db().ticket.findMany({
    orderBy: { number: "asc" },
    include: {
      messages: { orderBy: { id: "asc" }, include: { attachments: { orderBy: { position: "asc" } } } },
      participants: true,
      banners: true,
      linksFrom: true,
    },
  });

/** The only ticket there is. */
export async function onlyTicket() {
  const all = await tickets();
  expect(all).toHaveLength(1);
  return all[0]!;
}

/** An answer of ours to a person, as it went out, or a notice: what a reply may name. */
export async function issue(threadId: string, to: { id: string; email: string; name: string }, notice = false) {
  const props = { number: 1, subject: "s", url: "https://help.example/1" };
  const common = {
    locale: "it",
    to: { address: to.email, name: to.name, personId: to.id },
    from: { address: queues.repairs.address, name: "Repairs" },
    threadId,
  };
  const queued = await inTransaction(systemCtx(), (ctx) =>
    notice
      ? queueMail(ctx, {
          ...common,
          template: "agent-notice",
          props: { ...props, kind: "customer_replied", actor: "Giulia", text: "…" },
        })
      : queueMail(ctx, { ...common, template: "reply", props: { ...props, author: "Sara", text: "…" } }),
  );
  return { ...queued, replyTo: makeReplyAddress(queues.repairs.address, queued.id) };
}
