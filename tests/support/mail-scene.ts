import { Logger, runOnce } from "graphile-worker";
import type Mail from "nodemailer/lib/mailer";
import { afterAll, beforeAll, vi } from "vitest";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { startSmtpReceiver } from "~/domain/mailroom/start-smtp-receiver.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { composeForm } from "~/domain/tickets/schema";
import { registry } from "~/jobs/registry.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { emptyMailroom, findMail } from "./arriving-mail";
import { type CastName, castCtx, queues } from "./cast";
import { sendMail, sendRaw } from "./mailroom";
import { useDatabase } from "./use-database";

const quiet = new Logger(() => () => undefined);
const db = () => database().prisma;
let count = 0;

/** Runs every job that is due, the worker's own with all that follows from them. */
export async function workAll(): Promise<void> {
  const taskList = Object.fromEntries(
    [...registry.values()].map((job) => [
      job.name,
      (payload: unknown) => job.run(systemCtx(), job.payload.parse(payload)),
    ]),
  );
  await runOnce({ pgPool: database().pool, taskList, concurrency: 2, noHandleSignals: true, logger: quiet });
}

/** A receiver of the test file's own, before which everybody's mail goes by SMTP, with an empty mailroom before each test. */
export function mailScene(settings: Record<string, unknown> = {}) {
  // A story of many mails takes its time on a machine that does other work besides.
  vi.setConfig({ testTimeout: 90_000 });
  useDatabase();
  emptyMailroom(settings);
  let receiver: Awaited<ReturnType<typeof startSmtpReceiver>>;
  beforeAll(async () => {
    receiver = await startSmtpReceiver({ host: "127.0.0.1", port: 0 });
  });
  afterAll(() => receiver.stop());
  return {
    port: () => receiver.port,
    /** One mail by SMTP, and all that follows; answers its row. */
    async arrive(mail: Mail.Options) {
      await sendMail(receiver.port, {
        to: queues.repairs.address,
        messageId: freshMessageId(),
        ...mail,
      });
      await workAll();
      return newestMail();
    },
    /** Bytes as they are, to whom the envelope says, and all that follows. */
    async arriveRaw(raw: string | Buffer, from: string, ...to: string[]) {
      await sendRaw(receiver.port, raw, from, ...to);
      await workAll();
      return newestMail();
    },
  };
}

export const freshMessageId = () => `<${++count}.${process.pid}@client.example>`;

async function newestMail() {
  const { id } = await db().inboundMail.findFirstOrThrow({ orderBy: { id: "desc" }, select: { id: true } });
  return findMail(id);
}

/** An agent answers on the desk, and the answer leaves. */
export async function answerFromDesk(who: CastName, number: number, text: string): Promise<void> {
  await replyToTicket(castCtx(who), number, composeForm.parse({ kind: "public", text, confirmed: "true" }), {
    channel: "api",
  });
  await workAll();
}

/** What has left for an address, oldest first, with its bytes. */
export const sentTo = (recipient: string) =>
  db().outboundMail.findMany({
    where: { recipient, state: "sent" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { shown: true },
  });
export type Sent = Awaited<ReturnType<typeof sentTo>>[number];

/** The newest mail that an address has got. */
export async function lastSentTo(recipient: string): Promise<Sent> {
  const last = (await sentTo(recipient)).at(-1);
  if (!last) throw new Error(`nothing was sent to ${recipient}`);
  return last;
}

/** What a mail program fills in when somebody answers a mail of ours. */
export async function answerTo(sent: Sent) {
  const mail = await parseMail(Buffer.from(sent.shown!.bytes));
  return {
    to: mail.replyTo?.address ?? mail.from!.address,
    subject: `Re: ${mail.subject}`,
    inReplyTo: sent.messageId,
    references: [...mail.references, sent.messageId],
  };
}
