import { isHardReason, reasonFromStatus, reasonFromText, type BounceReason } from "./bounce-reasons";

/** `status` per RFC 3463 ("" when none was given); `hard` means never again. */
export type BounceRecipient = { address: string; status: string; hard: boolean; reason: BounceReason };

/** What a report says about one recipient: its fields where it has any (RFC 3464), else what was found in its text. */
export type RecipientFacts = {
  address: string;
  /** Action, in lower case. */
  action: string;
  /** The Status field, "" when there is none. */
  status: string;
  /** What the refusing server said, without the kind before the semicolon. */
  words: string;
  /** Kind of diagnostic: "smtp", "x-unix" … */
  kind: string;
  /** The part for people to read. */
  text: string;
  /** The only recipient in the report, so that all of `text` is about it. */
  alone: boolean;
};

/** Status, reason and hardness of one recipient. */
export function judgeRecipient(facts: RecipientFacts): BounceRecipient {
  const status = statusOf(facts.words, facts.status, facts.action);
  const reason = reasonOf(facts, status);
  return { address: facts.address, status, hard: isHardReason(reason, status), reason };
}

function reasonOf({ action, words, kind, text, address, alone }: RecipientFacts, status: string): BounceReason {
  if (/^(?:delivered|relayed|expanded|deliverable)$/.test(action) || status.startsWith("2.")) return "delivered";
  // Dovecot says the true reason in the text and repeats the SMTP reply below.
  const rejected = /was automatically rejected:([^]{1,300})/i.exec(text);
  const found = (rejected && reasonFromText(rejected[1] ?? "")) ?? reasonFromText(words);
  if (/^x-unix$/i.test(kind)) return found === "mailboxfull" ? found : "mailererror";
  if (address.startsWith("|")) return "mailererror";
  if (found === "mesgtoobig" && /^[45]\.2\.3$/.test(status)) return "exceedlimit";
  if (found === "userunknown" && (doubtsAddress(status, words) || refusedAfterData(words))) return "filtered";
  const stage = (alone ? text : words).replace(/\s+/g, " ");
  // RFC 5321 gives this text of 550 for "not found, no access, or policy": alone it does not say that nobody is there.
  if (found === "userunknown" && status === "5.0.0" && /not taken: mailbox unavailable/i.test(words)) return "filtered";
  if (found && isHardReason(found, "5") && /after mail from:|\[mail_from\]/i.test(stage)) return "rejected";
  if ((found === null || found === "onhold") && refusedBeforeMail(stage)) return "blocked";
  const inText = alone ? reasonFromText(text) : null;
  // Who is switched off may be switched on again, whatever the other sentence says.
  if (found === "userunknown" && kind === "" && inText === "suspend") return inText;
  if (found) return found === "onhold" && inText === "expired" ? inText : found;
  const byStatus = reasonFromStatus(status);
  // "Expired" is how it ended; the text may say why it could not be delivered before.
  if (byStatus) return status === "4.4.7" && inText === "networkerror" ? inText : byStatus;
  return inText ?? (action === "delayed" || action === "expired" ? "expired" : "undefined");
}

/** "Other mailbox status", or the reporter's own "other system status", beside words on an unknown user. */
function doubtsAddress(status: string, words: string): boolean {
  return /^[45]\.2\.0$/.test(status) || (/^[45]\.3\.0$/.test(status) && !words.includes(status));
}

/** A server that takes the recipient and refuses at DATA filtered the message; the address may well exist. */
function refusedAfterData(words: string): boolean {
  return /in reply to end of data command|after end of data:|failed after i sent the message/i.test(words);
}

/** Refused before any address was named: it is about the sending server. */
function refusedBeforeMail(words: string): boolean {
  return /refused to talk to me:|after (?:ehlo|helo|initial connection)\b/i.test(words);
}

const ANY_STATUS = /(?:^|[^\d.])[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
const FAILED_STATUS = /(?:^|[^\d.])[45]\d\d[ -]#?([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
const ANY_CODE = /(?:^|\s)([245])\d\d[\s-]/;
const FAILED_CODE = /(?:^|\s)([45])\d\d[\s-]/;

/** The status in the server's own reply is nearer to the cause than the reporting program's. */
function statusOf(words: string, field: string, action: string): string {
  // What failed did not succeed, whatever number stands in its words.
  const failed = action === "failed" || action === "delayed";
  const said = (failed ? FAILED_STATUS : ANY_STATUS).exec(words)?.[1];
  const given = /[245]\.\d{1,3}\.\d{1,3}/.exec(field)?.[0];
  if (said && !(given && said.endsWith(".0.0"))) return said;
  if (given) return given;
  const code = (failed ? FAILED_CODE : ANY_CODE).exec(words)?.[1];
  return code ? `${code}.0.0` : action === "delayed" ? "4.0.0" : action === "failed" ? "5.0.0" : "";
}
