import type { NewAttachment } from "~/domain/files/new-attachment";
import type { AuthResults } from "~/domain/mail/auth-results";
import { authenticateMail } from "~/domain/mail/authenticate-mail.server";
import { mixedScripts } from "~/domain/mail/mime/mixed-scripts";
import { type ParsedMail, parseMail } from "~/domain/mail/mime/parse-mail.server";
import { readSpamMarks } from "~/domain/mail/mime/spam-marks";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { getSettings } from "~/platform/settings.server";
import { entriesFor } from "./blocked-entries";
import { envelopeSenderOf } from "./envelope-sender";
import { listMailboxes } from "./list-mailboxes.server";
import type { Mailboxes } from "./mailboxes";
import type { MailTrace } from "./mail-trace";
import { reportsBounce } from "./reports-bounce";
import { storeMailFiles } from "./store-mail-files.server";
import { type Targets, targetsOf } from "./targets";
import { startTrace, traceOf, type TraceRun, traceStage } from "./trace-run.server";
import { MailCrashed } from "./unreadable";

/** A mail that can be filed: what it says, who proves to have sent it, and its files in the store. */
export type ReadMail = {
  mail: ParsedMail;
  attachments: NewAttachment[];
  auth: AuthResults;
  spam: { score: number | null; spam: boolean };
  boxes: Mailboxes;
  targets: Targets;
  /** The entry of the block list that its sender meets. */
  blockedBy: string | null;
  trace: TraceRun;
};

const MAX_CRASHES = 6;

/**
 * Stages parse, authenticate, automatic and bounce: reads the mail, asks who sent it, commits what was found (`received`
 * to `read`), and stores its files. Nothing else has been touched, so a crash here repeats it; who crashed several times
 * is unreadable. A later run parses again and asks nobody. Throws MailUnreadable.
 */
export async function readMail(ctx: Ctx, inbound: InboundWork): Promise<ReadMail> {
  const fresh = inbound.stage === "received";
  if (fresh && inbound.attempts > MAX_CRASHES) throw new MailCrashed();
  const trace = startTrace(inbound.trace as MailTrace | null, !fresh);
  const mail = await parseMail(inbound.bytes, envelopeSenderOf(inbound));
  if (fresh) traceStage(trace, { stage: "parse", result: "read", attachments: mail.attachments.length });
  const boxes = await listMailboxes(ctx);
  const targets = targetsOf(mail, inbound.recipients, boxes);
  const { trustedRelays } = await getSettings(ctx, "mail");
  const known = inbound.auth && (!fresh || isSettled(inbound.auth)) ? inbound.auth : null;
  const auth = known ?? (await authenticateMail(inbound, { trustedRelays }));
  const spam = readSpamMarks(mail.headers);
  const read = { mail, auth, spam, boxes, targets, trace, blockedBy: inbound.blockedBy };
  if (fresh) {
    traceReading(read);
    read.blockedBy = await commitReading(ctx, inbound, read);
  }
  const attachments = read.blockedBy || reportsBounce(mail) ? [] : await storeMailFiles(ctx, mail.attachments);
  return { ...read, attachments };
}

/** A name server that was away is asked again when the mail is looked at again. */
const isSettled = (auth: AuthResults): boolean =>
  ![auth.spf, auth.dmarc, ...auth.dkim].some(({ result }) => result === "temperror");

type Reading = Omit<ReadMail, "attachments">;

function traceReading({ mail, spam, trace }: Reading): void {
  const homograph = mail.from ? mixedScripts(mail.from.address) : null;
  traceStage(trace, { stage: "authenticate", homograph, spamScore: spam.score, spam: spam.spam, blockedBy: null });
  const { is, why } = mail.automatic;
  traceStage(trace, { stage: "automatic", result: is ? "yes" : "no", why });
  const bounce = reportsBounce(mail) ? mail.bounce : null;
  const about = bounce?.recipients[0];
  traceStage(trace, {
    stage: "bounce",
    result: !bounce ? "no" : about?.reason === "feedback" ? "feedback" : "bounce",
    known: false,
    status: about?.status ?? "",
    reason: about?.reason ?? null,
  });
}

/** One statement asks the block list too. */
async function commitReading(ctx: Ctx, inbound: InboundWork, read: Reading): Promise<string | null> {
  const { mail, auth, boxes, targets, trace } = read;
  const entries = entriesFor([mail.from?.address, inbound.envelopeFrom]);
  const rows = await ctx.db.$queryRaw<{ blockedBy: string | null }[]>(
    prepared(Prisma.sql`
    update inbound_mail set stage = 'read', subject = ${column(mail.subject)},
      from_address = ${column(mail.from?.address ?? "")}, from_name = ${column(mail.from?.name ?? "")},
      message_id = ${column(mail.messageId ?? "")}, queue_id = ${targets.queueIds[0] ?? boxes.firstQueueId}::uuid,
      auth = ${JSON.stringify(auth)}::jsonb, trace = ${JSON.stringify(traceOf(trace))}::jsonb,
      blocked_by = (select b.address from blocked_sender b where b.address = any(${entries}::text[])
        order by length(b.address) desc limit 1)
    where id = ${inbound.id}::uuid and stage = 'received' returning blocked_by as "blockedBy"`),
  );
  if (rows[0]) return rows[0].blockedBy;
  // Another run was quicker: what it met holds for this one too.
  const row = await ctx.db.inboundMail.findUnique({ where: { id: inbound.id }, select: { blockedBy: true } });
  return row?.blockedBy ?? null;
}

const column = (text: string) => text.replaceAll("\0", "").toWellFormed().slice(0, 1_000);
