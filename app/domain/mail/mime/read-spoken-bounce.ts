import { parseAddresses } from "./addresses";
import { judgeRecipient, type BounceRecipient } from "./bounce-recipient";
import { findNamedRecipients, hasReply, splitReport, whatServerSaid, type NamedRecipient } from "./bounce-report-text";
import type { ReportSender } from "./bounce-sender";
import { parseHeaderBlock } from "./header-block";
import type { MailHeaders } from "./mail-headers";
import { parseMessageIds } from "./message-ids";

/** A report in words alone. `originalMessageId` is what the copy below the words says. */
export type SpokenBounce = { recipients: BounceRecipient[]; originalMessageId: string | null };

const FAILURE =
  /could ?n[o']t be (?:delivered|sent|reached)|(?:unable|fail(?:ed|ure)|wasn't able|not able|trouble|error|while trying|attempting)[^\n]{0,40} deliver|undeliver(?:able|ed)|deliver(?:y|ing)?\b[^\n]{0,60}(?:fail|error|problem|delay|abort)|not (?:be )?delivered|did not reach|permanent(?:ly)?\b[^\n]{0,20}(?:error|fail)|fatal errors?|rejected by a|transcript of (?:the )?session|failed addresses|failure reasons|failure notice|returned mail|mail(?:box)? (?:system )?(?:error|fail|exceeds)|cannot send message|delivery status notification|is delayed for|was aborted|не (?:может|могло|удалось|было|был[ао]?)[^\n]{0,40}доставл|не доставлен|недоставл|(?:non|impossibile)[^\n]{0,40}(?:consegna|recapit)|(?:nu a putut|imposibil)[^\n]{0,30}livra|nicht zugestellt|unzustellbar|n[’']a pas pu être (?:remis|délivré|distribué|envoyé)|no se (?:ha podido|pudo) entregar|não (?:pôde|foi possível)[^\n]{0,20}entreg|送信できません|配信できません/iu;
const DELAYED =
  /warning message only|has been delayed|is delayed|temporary (?:failure|problem|error)|will (?:be retried|keep trying|retry)|still undelivered|not yet been delivered/i;
const DELIVERED = /\(success\)|successfully (?:delivered|relayed)|(?:was|has been|were) delivered to/i;

/**
 * Reads the reports of qmail, Exim, Postfix, Sendmail, Exchange, Domino, Google, Yahoo, Mail.ru and their kind, which
 * have no machine-readable part. Null unless the sender is a program, the words speak of a failed delivery, and they
 * name whom they are about. `hasCopy`: the returned message is attached.
 */
export function readSpokenBounce(
  headers: MailHeaders,
  text: string,
  sender: ReportSender,
  hasCopy: boolean,
): SpokenBounce | null {
  if (sender === null) return null;
  const { report, copy } = splitReport(text);
  const words = report.join("\n");
  const subject = headers.get("subject") ?? "";
  const failed = parseAddresses(headers.raw("x-failed-recipients") ?? "").map(({ address }) => address);
  const failure = FAILURE.test(words) || FAILURE.test(subject);
  if (failed.length === 0 && !failure && !(sender === "daemon" && hasReply(words))) return null;
  // A postmaster may write in person; an absence notice has no return path either, and may name a colleague on a line of its own.
  if (sender === "machine" && failed.length === 0 && !FAILURE.test(subject) && !hasCopy && copy === "") return null;

  const named = withFailed(findNamedRecipients(report), failed, words);
  const recipients = named.length > 0 ? named : fromCopy(copy, words);
  if (recipients.length === 0) return null;
  const delivered = DELIVERED.test(`${subject}\n${words}`) && !hasReply(words);
  const action = delivered ? "delivered" : DELAYED.test(words) ? "delayed" : "failed";
  const alone = recipients.length === 1;
  return {
    recipients: recipients.map((one) =>
      judgeRecipient({
        address: one.address,
        action,
        status: bareStatus(one.words),
        words: one.words.slice(0, 4000),
        kind: "",
        text: words.slice(0, 20_000),
        alone,
      }),
    ),
    originalMessageId: idIn(copy),
  };
}

/** X-Failed-Recipients says for certain who is meant; the text says why. */
function withFailed(named: NamedRecipient[], failed: string[], words: string): NamedRecipient[] {
  if (failed.length === 0) return named;
  const known = new Map(named.map((one) => [one.address.toLowerCase(), one]));
  return [...new Map(failed.map((address) => [address.toLowerCase(), address]))].map(
    ([key, address]) => known.get(key) ?? { address, words: whatServerSaid(words) },
  );
}

/** Old programs name nobody; the copy of a mail to one recipient does. */
function fromCopy(copy: string, words: string): NamedRecipient[] {
  const to = fieldsOf(copy)
    .filter(({ name }) => name === "to" || name === "cc")
    .flatMap(({ raw }) => parseAddresses(raw));
  const only = to[0];
  return to.length === 1 && only ? [{ address: only.address, words: whatServerSaid(words) }] : [];
}

/** "(#5.4.4)", "[#4.1.9]" or "5.2.2 …" without an SMTP code before it. */
function bareStatus(words: string): string {
  return /(?:^|[\s#([:])([45]\.\d{1,3}\.\d{1,3})(?=[\s)\],:]|$)/.exec(words)?.[1] ?? "";
}

function idIn(copy: string): string | null {
  const raw = fieldsOf(copy).find(({ name }) => name === "message-id")?.raw;
  // A relay that broke the long lines before it ended the header too early.
  const found = raw ?? /^message-id[ \t]{0,9}:[ \t]{0,9}(<[^<>\s]{1,500}>)/im.exec(copy)?.[1] ?? "";
  return parseMessageIds(found)[0] ?? null;
}

/** Header of the copy; fml and others indent it. */
function fieldsOf(copy: string): { name: string; raw: string }[] {
  const start = copy.search(/\S/);
  if (start < 0) return [];
  const margin = /^[ \t]{0,12}/.exec(copy.slice(copy.lastIndexOf("\n", start) + 1))?.[0] ?? "";
  const block = copy.slice(start - margin.length);
  return parseHeaderBlock(margin === "" ? block : block.replaceAll(`\n${margin}`, "\n").slice(margin.length)).fields;
}
