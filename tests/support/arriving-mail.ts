import nodemailer from "nodemailer";
import type Mail from "nodemailer/lib/mailer";
import { beforeEach } from "vitest";
import { receiveMail, type ReceivedMail } from "~/domain/mail/receive-mail.server";
import type { MailTrace, MailStage, StageEntry } from "~/domain/mailroom/mail-trace";
import type { MailRule } from "~/domain/mailroom/mail-rules";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { saveMailRules } from "~/domain/mailroom/rules/save-mail-rules.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { forgetSettings } from "~/platform/settings.server";
import { cast, castCtx, queues } from "./cast";
import { workMail } from "./mailroom";

const db = () => database().prisma;
let count = 0;

/** The name of the relay that these tests believe. */
export const RELAY = "mx.northwind.example";

/** Before each test: no tickets, mails, rules, blocked senders or settings but those of mail given here. */
export function emptyMailroom(settings: Record<string, unknown> = {}): void {
  beforeEach(async () => {
    await db().ticket.deleteMany();
    await db().inboundMail.deleteMany();
    await db().seenMail.deleteMany();
    await db().threadKey.deleteMany();
    await db().outboundMail.deleteMany();
    await db().mailRuleSet.deleteMany();
    await db().blockedSender.deleteMany();
    await db().suppression.deleteMany();
    await db().rateWindow.deleteMany();
    await setMail(settings);
  });
}

/** The settings of mail; the tests' own relay is believed. */
export async function setMail(settings: Record<string, unknown> = {}): Promise<void> {
  const row = { value: { trustedRelays: [RELAY], ...settings }, updatedAt: new Date() };
  await db().setting.upsert({ where: { key: "mail" }, create: { key: "mail", ...row }, update: row });
  forgetSettings();
}

/** The mailroom's rules from now on. */
export async function useRules(...rules: MailRule[]): Promise<void> {
  const { version } = await getMailRules(castCtx("ada"));
  await saveMailRules(castCtx("ada"), { base: version, rules });
}

/** What the relay in front found out, as a header field. */
export const said = (dmarc: "pass" | "fail", domain: string) => ({
  "Authentication-Results": `${RELAY}; spf=${dmarc} smtp.mailfrom=${domain}; dmarc=${dmarc} header.from=${domain}`,
});

export type Draft = Mail.Options & { envelopeTo?: string[] };

/** A mail's bytes, from Giulia to Repairs about the pump where nothing else is said. */
export async function writeMail(over: Draft = {}): Promise<Buffer> {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { envelopeTo: _, ...mail } = over;
  const { message } = await composer.sendMail({
    from: cast.giulia.email,
    to: queues.repairs.address,
    subject: "La pompa perde",
    text: "Buongiorno, la pompa perde acqua da ieri sera e non si ferma.",
    messageId: `<${++count}.${process.pid}@client.example>`,
    ...mail,
  });
  return message as Buffer;
}

/** Keeps a mail with its job, as the receiver does; answers its id. */
export async function arrive(over: Draft = {}, how: Partial<ReceivedMail> = {}): Promise<string> {
  const bytes = how.bytes ?? (await writeMail(over));
  const recipients = over.envelopeTo ?? [typeof over.to === "string" ? over.to : queues.repairs.address];
  const envelopeFrom =
    typeof over.from === "string" ? (/[^<\s]+@[^>\s]+/.exec(over.from)?.[0] ?? "") : cast.giulia.email;
  const { inboundId } = await receiveMail(systemCtx(), {
    source: "smtp",
    clientIp: "127.0.0.1",
    envelopeFrom,
    recipients,
    ...how,
    bytes,
  });
  return inboundId;
}

export const findMail = (id: string) =>
  db().inboundMail.findUniqueOrThrow({ where: { id }, include: { hold: true, filed: true, ruleMatches: true } });

/** A mail comes and the mailroom has done its work; answers the mail's row. */
export async function take(over: Draft = {}, how: Partial<ReceivedMail> = {}) {
  const id = await arrive(over, how);
  await workMail();
  return findMail(id);
}

/** What a stage of the last run found. */
export function stageOf<S extends MailStage>(mail: { trace: unknown }, stage: S) {
  const { stages } = mail.trace as MailTrace;
  return stages.find((entry): entry is Extract<StageEntry, { stage: S }> => entry.stage === stage);
}

/** The tickets in the order of their numbers, with their messages. */
export const listTickets = () =>
  db().ticket.findMany({
    orderBy: { number: "asc" },
    include: {
      messages: {
        orderBy: [{ sentAt: "asc" }, { id: "asc" }],
        include: { attachments: { orderBy: { position: "asc" } } },
      },
      participants: true,
      followers: true,
      banners: true,
      linksFrom: true,
      tags: { include: { tag: true } },
    },
  });

/** The only ticket there is. */
export async function theTicket() {
  const [ticket, ...more] = await listTickets();
  if (!ticket || more.length) throw new Error(`${more.length + (ticket ? 1 : 0)} tickets`);
  return ticket;
}
