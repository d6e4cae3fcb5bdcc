import { isHardReason, reasonFromStatus, reasonFromText, type BounceReason } from "./bounce-reasons";
import { parseHeaderBlock, type HeaderField } from "./header-block";
import { parseMessageIds } from "./message-ids";
import type { MimePart } from "./mime-tree";
import { decodeTransfer } from "./transfer-encoding";

/** `status` per RFC 3463 ("" when none was given); `hard` means never again. */
export type BounceRecipient = { address: string; status: string; hard: boolean; reason: BounceReason };
/** `originalMessageId` with angle brackets, null when the report carries none. */
export type Bounce = { recipients: BounceRecipient[]; originalMessageId: string | null };

const MAX_RECIPIENTS = 1000;

/** Reads delivery status notifications (RFC 3464, 6533) and abuse reports (RFC 5965); null for any other mail. */
export function readBounce(root: MimePart, text: string): Bounce | null {
  const parts = leaves(root);
  const original = originalOf(parts);
  const feedback = parts.find((part) => part.contentType.value === "message/feedback-report");
  if (feedback) {
    const fields = groupsOf(contentOf(feedback)).flat();
    const address = addressOf(value(fields, "original-rcpt-to") ?? value(fields, "removal-recipient") ?? "");
    return { recipients: [{ address, status: "", hard: false, reason: "feedback" }], originalMessageId: original };
  }
  const reports = parts.filter((part) => /^message\/(?:global-)?delivery-status$/.test(part.contentType.value));
  let groups = reports.flatMap((part) => groupsOf(contentOf(part)));
  if (reports.length === 0) {
    // A damaged boundary leaves the report inside the text.
    if (
      root.contentType.value !== "multipart/report" &&
      !(isFromDaemon(root) && /^final-recipient[ \t]*:/im.test(text))
    )
      return null;
    groups = groupsOf(text);
  }
  const about = groups.filter(isRecipientGroup).slice(0, MAX_RECIPIENTS);
  if (about.length === 0) {
    if (reports.length === 0) return null;
    return { recipients: [{ address: "", status: "", hard: false, reason: "undefined" }], originalMessageId: original };
  }
  const given = groups.flat().find((field) => field.name === "x-original-message-id")?.raw ?? "";
  const answered = root.fields.find((field) => field.name === "in-reply-to" || field.name === "references")?.raw ?? "";
  return {
    recipients: about.map((fields) => readRecipient(fields, text.slice(0, 20_000), about.length === 1)),
    originalMessageId: original ?? parseMessageIds(given)[0] ?? parseMessageIds(answered).at(-1) ?? null,
  };
}

function readRecipient(fields: HeaderField[], text: string, alone: boolean): BounceRecipient {
  const address = addressOf(value(fields, "final-recipient") ?? value(fields, "original-recipient") ?? "");
  const action = (value(fields, "action") ?? "").trim().toLowerCase();
  const diagnostic = diagnosticOf(value(fields, "diagnostic-code") ?? "");
  const words = diagnostic.text === "" ? wordsAbout(address, text) : diagnostic.text;
  const status = statusOf(words, value(fields, "status") ?? "", action);
  const reason = reasonOf({ action, status, words, kind: diagnostic.kind, text, address, alone });
  return { address, status, hard: isHardReason(reason, status), reason };
}

type Facts = {
  action: string;
  status: string;
  words: string;
  kind: string;
  text: string;
  address: string;
  alone: boolean;
};

function reasonOf(facts: Facts): BounceReason {
  const { action, status, words, kind, text } = facts;
  if (/^(?:delivered|relayed|expanded|deliverable)$/.test(action) || status.startsWith("2.")) return "delivered";
  // Dovecot says the true reason in the text and repeats the SMTP reply below.
  const rejected = /was automatically rejected:([^]{1,300})/i.exec(text);
  const found = (rejected && reasonFromText(rejected[1] ?? "")) ?? reasonFromText(words);
  if (/^x-unix$/i.test(kind)) return found === "mailboxfull" ? found : "mailererror";
  if (facts.address.startsWith("|")) return "mailererror";
  if (found === "mesgtoobig" && /^[45]\.2\.3$/.test(status)) return "exceedlimit";
  if (found === "userunknown" && (/^[45]\.[23]\.0$/.test(status) || refusedAfterData(words))) return "filtered";
  if (found) return found;
  const byStatus = reasonFromStatus(status);
  const inText = facts.alone ? reasonFromText(text) : null;
  // "Expired" is how it ended; the text may say why it could not be delivered before.
  if (byStatus) return status === "4.4.7" && inText === "networkerror" ? inText : byStatus;
  return inText ?? (action === "delayed" || action === "expired" ? "expired" : "undefined");
}

/** A server that takes the recipient and refuses at DATA filtered the message; the address may well exist. */
function refusedAfterData(words: string): boolean {
  return /in reply to end of data command/i.test(words);
}

/** "smtp; 550 5.1.1 No such user" to its kind and text; IronPort's "5.1.0 - Unknown address error 550-'…'" to what is quoted. */
function diagnosticOf(raw: string): { kind: string; text: string } {
  const match = /^\s*([\w-]{1,40})\s*;([^]*)$/.exec(raw);
  const text = (match ? (match[2] ?? "") : raw).trim();
  const wrapped = /^([245]\.\d{1,3}\.\d{1,3}) - [\w ,]{3,80} ([245]\d\d)[ -]'([^]*)'/.exec(text);
  if (!wrapped) return { kind: match?.[1] ?? "", text };
  const inner = wrapped[3] ?? "";
  const code = /^[245]\.\d{1,3}\.\d{1,3}\b/.test(inner) ? "" : `${wrapped[1] ?? ""} `;
  return { kind: match?.[1] ?? "", text: `${wrapped[2] ?? ""} ${code}${inner}` };
}

/** The status in the server's own reply is nearer to the cause than the reporting program's. */
function statusOf(words: string, field: string, action: string): string {
  const said = /(?:^|[^\d.])[245]\d\d[ -]#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(words)?.[1];
  const given = /[245]\.\d{1,3}\.\d{1,3}/.exec(field)?.[0];
  if (said && !(given && said.endsWith(".0.0"))) return said;
  if (given) return given;
  const code = /(?:^|\s)([245])\d\d[\s-]/.exec(words)?.[1];
  return code ? `${code}.0.0` : action === "delayed" ? "4.0.0" : action === "failed" ? "5.0.0" : "";
}

/** Lines of the human-readable part that speak of this address. */
function wordsAbout(address: string, text: string): string {
  if (address === "") return "";
  const needle = address.toLowerCase();
  return text
    .split("\n")
    .filter((line) => line.toLowerCase().includes(needle))
    .map((line) => line.replace(/^[<\s]*[^\s<>]+@[^\s<>]+[>\s]*(?:\.\.\.|:)\s*/, ""))
    .join("\n")
    .slice(0, 2000);
}

function groupsOf(content: string): HeaderField[][] {
  return content
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .slice(0, MAX_RECIPIENTS + 50)
    .map((group) => parseHeaderBlock(group.replace(/^\n+/, "")).fields)
    .filter((fields) => fields.length > 0);
}

function isRecipientGroup(fields: HeaderField[]): boolean {
  const names = new Set(fields.map((field) => field.name));
  return (
    names.has("final-recipient") ||
    names.has("diagnostic-code") ||
    (names.has("action") && (names.has("status") || names.has("original-recipient")))
  );
}

function value(fields: HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.raw ?? null;
}

/** "rfc822; <ann@example.com>" or a source route to the bare address; a pipe or file stays as it is. */
function addressOf(raw: string): string {
  const text = raw.replace(/^\s*(?:rfc822|utf-8|x-unix|smtp|unknown)\s*;/i, "").trim();
  if (text.startsWith("|") || text.startsWith("/")) return text.slice(0, 300);
  const route = text.replace(/^@[^:\s]+:/, "");
  return (/<([^<>]*)>/.exec(route)?.[1] ?? route).replace(/\s.*$/s, "").slice(0, 320);
}

function originalOf(parts: MimePart[]): string | null {
  for (const part of parts) {
    if (
      !/^(?:message\/(?:rfc822|global|global-headers|rfc822-headers)|text\/rfc822-headers)$/.test(
        part.contentType.value,
      )
    )
      continue;
    const { fields } = parseHeaderBlock(contentOf(part).slice(0, 200_000).replace(/^\s+/, ""));
    const id = parseMessageIds(value(fields, "message-id") ?? "")[0];
    if (id) return id;
  }
  return null;
}

function contentOf(part: MimePart): string {
  const encoding = part.fields.find((field) => field.name === "content-transfer-encoding")?.raw ?? "";
  return decodeTransfer(part.body, encoding.trim().toLowerCase()).toString("latin1");
}

function isFromDaemon(root: MimePart): boolean {
  return /\b(?:mailer-daemon|postmaster)\b/i.test((value(root.fields, "from") ?? "").slice(0, 1000));
}

function leaves(part: MimePart): MimePart[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves);
}
