import { finishInboundMail, lockInboundMail } from "~/domain/mail/inbound-result.server";
import { claimSeen, type Seen } from "~/domain/mail/seen-mail.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import { decideThread, type ThreadDecision, type ThreadVerdict } from "~/domain/mail/threading";
import type { Ctx } from "~/platform/ctx.server";
import { getSettings, type Settings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import { askMailRules } from "./ask-mail-rules.server";
import { discardMail } from "./discard-mail.server";
import { findAppendTarget } from "./find-append-target.server";
import { fileAway } from "./file-away.server";
import { forwardMail } from "./forward-mail.server";
import { gatherThreadFacts, type GatheredFacts } from "./gather-thread-facts.server";
import { holdMail } from "./hold-mail.server";
import type { Hold } from "./holds";
import { isBelieved, judgeSender } from "./judge-sender";
import { makeMailCase, type MailCase } from "./make-mail-case.server";
import type { MailRuleDecision } from "./mail-rules";
import type { Forward } from "./filing";
import { lookUpSender, type Sender, settleSender } from "./people-in-mail.server";
import { readForward } from "./read-forward.server";
import type { ReadMail } from "./read-mail.server";
import { fileLoop, fileRepeat } from "./repeats.server";
import { type Place, routeMail, type Routed } from "./route-mail.server";
import { supersedesFirst } from "./supersedes-first.server";
import { tellRepeats } from "./tell-repeats.server";
import { traceAnswer } from "./trace-answer.server";
import { traceOf, traceStage } from "./trace-run.server";
import { writeRuleMatches } from "./write-rule-matches.server";

/** What a person decided about a held mail: it goes its way, or joins the ticket. */
export type Release = { kind: "open" } | { kind: "join"; ticketId: string };

/**
 * Stages thread to answer: decides where a mail belongs and writes all that follows, in one transaction. Mail of our own
 * that comes back and repeats go no further; what is not to be trusted, not clear, or put aside by a rule is held. With a
 * `release` the mail is one that was held, and nothing holds or discards it again. Null when another run has finished it.
 */
export async function fileMail(
  ctx: Ctx,
  inbound: InboundWork,
  read: ReadMail,
  release: Release | null = null,
): Promise<Routed | null> {
  const settings = await getSettings(ctx, "mail");
  const job = makeMailCase(inbound, read);
  return inTransaction(ctx, async (ctx) => {
    const seenId = job.seenKey?.id ?? null;
    if (!(await lockInboundMail(ctx, inbound.id, seenId, { held: release !== null }))) return null;
    if (read.blockedBy && !release) return nothing(discardMail(ctx, inbound.id, read));
    if (job.ownMailId) return nothing(fileLoop(ctx, inbound, read, job.ownMailId));
    const hold = release ? null : judgeSender({ ...read, ...job }, settings);
    const seen = await claim(ctx, job, hold === null);
    if (seen.firstInboundId) return nothing(fileRepeat(ctx, inbound, read, seen.firstInboundId));
    if (hold) return nothing(holdMail(ctx, inbound, read, hold));
    return decide(ctx, { ...job, marked: seen.marked, releasedAt: release ? ctx.now : null }, settings, release);
  });
}

/** Claims the mail's content; a first that counts no more is none. */
async function claim(ctx: Ctx, { seenKey: key, inbound, read }: MailCase, believed: boolean): Promise<Seen> {
  if (!key) return { firstInboundId: null, marked: false };
  const seen = await claimSeen(ctx, key, inbound.id);
  const copy = { inboundId: inbound.id, key, believed, toQueue: read.targets.queueIds.length > 0 };
  const alone = seen.firstInboundId !== null && (await supersedesFirst(ctx, seen.firstInboundId, copy));
  return alone ? { ...seen, firstInboundId: null } : seen;
}

const nothing = async (done: Promise<void>): Promise<null> => {
  await done;
  return null;
};

type Judged = MailCase & { marked: boolean; releasedAt: Date | null };

async function decide(
  ctx: Ctx,
  job: Judged,
  settings: Settings<"mail">,
  release: Release | null,
): Promise<Routed | null> {
  const { inbound, read } = job;
  const { sender, rules } = await lookUpSender(ctx, job.who.sender);
  const gathered = await gatherThreadFacts(ctx, read.mail, inbound.recipients, {
    address: job.who.byReplyTo ? "" : sender.address,
    personId: job.who.byReplyTo ? null : (sender.known?.personId ?? null),
  });
  const thread = decideThread(gathered.facts);
  traceThread(read, thread, gathered);
  const { verdict } = thread;
  const held = release ? null : (holdAgent(verdict, read, sender) ?? holdLink(verdict, settings, gathered));
  if (held) return nothing(holdMail(ctx, inbound, read, held, { rule: thread.rule }));

  const forward = await readForward(ctx, job, sender, verdict);
  if (forward === "unclear" && !release)
    return nothing(holdMail(ctx, inbound, read, { reason: "forward_unclear", data: {} }));
  const decision = verdict.kind === "agent" ? null : await ask(ctx, job, sender, verdict, rules);
  if (decision) await writeRuleMatches(ctx, inbound, read, decision);
  const filing = { ...job, ...thread, ...gathered, sender, decision, forward: forward === "unclear" ? null : forward };
  return carryOut(ctx, filing, verdict, release);
}

function traceThread(read: ReadMail, { rule, verdict, forgedKey }: ThreadDecision, { numbers }: GatheredFacts): void {
  const number = verdict.kind === "new" ? null : (numbers.get(verdict.threadId) ?? null);
  traceStage(read.trace, { stage: "thread", result: verdict.kind, rule, number, forgedKey });
}

/** A key may leak with a mail that is passed on: who speaks as an agent from outside must prove the address too. */
const holdAgent = (verdict: ThreadVerdict, { auth }: ReadMail, { address }: Sender): Hold | null =>
  verdict.kind === "agent" && !isBelieved(auth, address) ? { reason: "not_verified", data: {} } : null;

/** A stranger who names a ticket, where the settings want a person to look first. */
function holdLink(verdict: ThreadVerdict, settings: Settings<"mail">, { numbers }: GatheredFacts): Hold | null {
  if (verdict.kind !== "link" || settings.unknownSender !== "hold") return null;
  const ticketId = verdict.threadId;
  const number = numbers.get(ticketId);
  return { reason: "unknown_sender", data: { ticketId, ...(number ? { number } : {}) } };
}

function ask(
  ctx: Ctx,
  { inbound, read, language, who }: Judged,
  { known }: Sender,
  verdict: Exclude<ThreadVerdict, { kind: "agent" }>,
  rules: Parameters<typeof askMailRules>[3],
): Promise<MailRuleDecision> {
  return askMailRules(ctx, inbound, read, rules, {
    known: !known ? "unknown" : !known.staff || known.deactivated ? "customer" : who.byReplyTo ? "unknown" : "staff",
    thread: verdict.kind,
    language,
    automatic: read.mail.automatic.is,
  });
}

type Decided = Judged &
  ThreadDecision &
  GatheredFacts & { sender: Sender; decision: MailRuleDecision | null; forward: Forward | null };

async function carryOut(
  ctx: Ctx,
  filing: Decided,
  verdict: ThreadVerdict,
  release: Release | null,
): Promise<Routed | null> {
  const { inbound, read, decision, sender, rule } = filing;
  const actions = decision?.actions;
  if (actions?.quarantine && !release) {
    const ruleId = decision?.decidedBy.quarantine;
    return nothing(holdMail(ctx, inbound, read, { reason: "rule", data: ruleId ? { ruleId } : {} }, { rule }));
  }
  if (actions?.discard && !release) return nothing(discardMail(ctx, inbound.id, read, { rule }));
  if (actions?.file && verdict.kind !== "join" && verdict.kind !== "agent" && !release) {
    await fileAway(ctx, inbound, await settleSender(ctx, sender), actions.file);
    await forwardMail(ctx, filing, null);
    return nothing(finish(ctx, filing, { outcome: "filed", result: "filed", queueId: null }));
  }
  const target = release?.kind === "join" ? release.ticketId : await findAppendTarget(ctx, actions?.appendTo ?? null);
  const chosen = release?.kind === "join";
  const joins = target !== null && (chosen || (verdict.kind !== "join" && verdict.kind !== "agent"));
  // A number that a rule reads out of the mail is the sender's choice: it lets nobody into a conversation.
  const place: Place = joins
    ? { kind: "join", threadId: target, personId: (await settleSender(ctx, sender)).personId, outsider: !chosen }
    : release && verdict.kind === "agent"
      ? { ...verdict, released: true }
      : verdict;
  const routed = await routeMail(ctx, filing, place);
  if (actions?.file && verdict.kind === "join")
    await fileAway(ctx, inbound, await settleSender(ctx, sender), actions.file);
  await forwardMail(ctx, filing, routed);
  await finish(ctx, filing, routed);
  // Copies for other queues may have come while it waited.
  if (read.trace.runs > 1) await tellRepeats(ctx, inbound.id, read.boxes, routed);
  return routed;
}

type End = Pick<Routed, "outcome" | "queueId"> &
  Partial<Pick<Routed, "threadId" | "entryId">> & { result: Routed["result"] | "filed" };

async function finish(ctx: Ctx, filing: Decided, end: End): Promise<void> {
  const { inbound, read, rule } = filing;
  const { outcome, result, queueId, threadId, entryId } = end;
  traceStage(read.trace, { stage: "route", result, hold: null, queueId });
  traceAnswer(read, filing, result);
  const { messageId } = read.mail;
  const trace = traceOf(read.trace);
  await finishInboundMail(ctx, inbound.id, { outcome, rule, threadId, entryId, messageId, queueId, trace });
}
