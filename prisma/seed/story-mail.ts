import { finishInboundMail } from "~/domain/mail/inbound-result.server";
import { makeReplyAddress } from "~/domain/mail/reply-keys.server";
import { askMailRules } from "~/domain/mailroom/ask-mail-rules.server";
import { makeMailCase } from "~/domain/mailroom/make-mail-case.server";
import { lookUpSender } from "~/domain/mailroom/people-in-mail.server";
import { readMail } from "~/domain/mailroom/read-mail.server";
import { traceAnswer } from "~/domain/mailroom/trace-answer.server";
import { traceOf, traceStage } from "~/domain/mailroom/trace-run.server";
import { writeRuleMatches } from "~/domain/mailroom/write-rule-matches.server";
import type { OpenedTicket, OpenTicketInput } from "~/domain/tickets/open-ticket.server";
import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { people } from "./people";
import { backdateStages, letter, receiveSeeded, storeSeeded } from "./receive-mail";
import type { Step, Story } from "./story";

const STRANGER = { name: "Payments Department", address: "billing@paymnts.example" };

const writerOf = (key: string): { name: string; address: string } => {
  const person = people.find((one) => one.key === key);
  return person ? { name: person.name, address: person.email } : STRANGER;
};

const idOfLetter = (key: string, address: string) => `${key}@${address.slice(address.indexOf("@") + 1)}`;

/**
 * A story that begins with a mail: `open` makes its ticket, whose type the story tells, with what the mailroom's rules
 * add; the mail's own page says what every stage found.
 */
export async function openByMail(
  ctx: Ctx,
  { key, by, queue, subject, text }: Story,
  open: (also: Partial<OpenTicketInput>) => Promise<OpenedTicket>,
): Promise<OpenedTicket> {
  const from = writerOf(by);
  const to = queue === "billing" ? "billing" : "support";
  const inbound = await storeSeeded(ctx, letter(from, { to, id: idOfLetter(key, from.address), subject, text }));
  const read = await readMail(ctx, inbound);
  const { language } = makeMailCase(inbound, read);
  const { rules } = await lookUpSender(ctx, from);
  traceStage(read.trace, { stage: "thread", result: "new", rule: null, number: null, forgedKey: false });
  const known = { known: "customer", thread: "new", language, automatic: false } as const;
  const decision = await askMailRules(ctx, inbound, read, rules, known);
  await writeRuleMatches(ctx, inbound, read, decision);
  const { tags, followerIds, fields } = decision.actions;
  const serial = fields.find(({ field }) => field === "asset")?.value;
  const asset = serial ? await ctx.db.asset.findFirst({ where: { serial }, select: { id: true } }) : null;
  const opened = await open({ inboundId: inbound.id, tags, followerIds, assetId: asset?.id ?? null });
  traceStage(read.trace, { stage: "route", result: "opened", hold: null, queueId: opened.queueId });
  traceAnswer(read, { automatic: false, decision }, "opened");
  await finishInboundMail(ctx, inbound.id, {
    outcome: "opened",
    threadId: opened.ticketId,
    entryId: opened.messageId,
    messageId: read.mail.messageId,
    queueId: opened.queueId,
    trace: traceOf(read.trace),
  });
  await backdateStages(ctx, inbound.id, read.trace);
  return opened;
}

/** A customer answers by mail, to the key of the last mail that went out, or to the own one that opened the ticket. */
export async function writeByMail(
  ctx: Ctx,
  ticketId: string,
  { key, subject }: Story,
  { by, at, text }: Pick<Step, "by" | "at"> & { text: string },
): Promise<void> {
  const from = writerOf(by);
  const last = await ctx.db.outboundMail.findFirst({
    where: { threadId: ticketId, recipient: from.address },
    orderBy: { createdAt: "desc" },
  });
  const to = last ? makeReplyAddress(last.fromAddress ?? config().mail.from, last.id) : "support";
  const answered = last?.messageId ?? `<${idOfLetter(key, from.address)}>`;
  await receiveSeeded(
    ctx,
    letter(from, {
      to,
      id: idOfLetter(`${key}-${Math.round(at * 10)}`, from.address),
      subject: `Re: ${subject}`,
      text,
      head: [`In-Reply-To: ${answered}`, `References: ${answered}`],
    }),
  );
}
