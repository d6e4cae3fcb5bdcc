import { addressOf } from "./bounce-address";
import { judgeRecipient, type BounceRecipient } from "./bounce-recipient";
import { readReportSender, type ReportSender } from "./bounce-sender";
import { parseHeaderBlock, type HeaderField } from "./header-block";
import { MailHeaders } from "./mail-headers";
import { MailUnreadable } from "./mail-unreadable";
import { parseMessageIds } from "./message-ids";
import { parseMimeTree, type MimePart } from "./mime-tree";
import { readSpokenBounce } from "./read-spoken-bounce";
import { readSnsNotification } from "./sns-notification";
import { decodeTransfer } from "./transfer-encoding";

/** `originalMessageId` with angle brackets, null when the report carries none. */
export type Bounce = { recipients: BounceRecipient[]; originalMessageId: string | null };

const MAX_RECIPIENTS = 1000;
const RETURNED = /^(?:message\/(?:rfc822|global|global-headers|rfc822-headers)|text\/rfc822-headers)$/;

/**
 * Reads delivery status notifications (RFC 3464, 6533), abuse reports (RFC 5965), and reports in words alone by
 * programs that carry mail; null for any other mail, also for one in which a person quotes or attaches a report.
 */
export function readBounce(root: MimePart, text: string, envelopeFrom?: string | null): Bounce | null {
  const parts = leaves(root);
  const sender = readReportSender(new MailHeaders(root.fields), envelopeFrom);
  return readFeedback(root, parts) ?? readStatus(root, parts, text, sender) ?? readWords(root, parts, text, sender);
}

function readFeedback(root: MimePart, parts: MimePart[]): Bounce | null {
  const report = parts.find((part) => part.contentType.value === "message/feedback-report");
  if (!report && !isHotmailComplaint(root)) return null;
  const fields = report ? groupsOf(contentOf(report)).flat() : returnedFields(parts).flat();
  const names = report ? ["original-rcpt-to", "removal-recipient"] : ["x-hmxmroriginalrecipient"];
  const to = names.map((name) => value(fields, name)).find((found) => found !== null);
  if (!report && to === undefined) return null;
  const recipient: BounceRecipient = { address: addressOf(to ?? ""), status: "", hard: false, reason: "feedback" };
  return { recipients: [recipient], originalMessageId: originalOf(parts) };
}

/** Hotmail's complaints are no RFC 5965 report but a mail of one attachment. */
function isHotmailComplaint(root: MimePart): boolean {
  const from = (value(root.fields, "from") ?? "").slice(0, 1000);
  return (
    /\bstaff@(?:hotmail|outlook|live)\.com\b/i.test(from) &&
    /^\s*complaint about message from\b/i.test(value(root.fields, "subject") ?? "")
  );
}

/** Outside multipart/report the part counts only in a program's mail: people attach what they received. */
function readStatus(root: MimePart, parts: MimePart[], text: string, sender: ReportSender): Bounce | null {
  const isReport = root.contentType.value === "multipart/report";
  if (!isReport && sender === null) return null;
  const reports = parts.filter((part) => /^message\/(?:global-)?delivery-status$/.test(part.contentType.value));
  let groups = reports.flatMap((part) => groupsOf(contentOf(part)));
  if (reports.length === 0) {
    // A damaged boundary leaves the report inside the text.
    if (!isReport && !/^final-recipient[ \t]*:/im.test(text)) return null;
    groups = groupsOf(text);
  }
  const about = groups.filter(isRecipientGroup).slice(0, MAX_RECIPIENTS);
  if (about.length === 0) {
    if (reports.length === 0) return null;
    const original = originalOf(parts);
    return { recipients: [{ address: "", status: "", hard: false, reason: "undefined" }], originalMessageId: original };
  }
  const given = groups.flat().find((field) => field.name === "x-original-message-id")?.raw ?? "";
  const answered = root.fields.find((field) => field.name === "in-reply-to" || field.name === "references")?.raw ?? "";
  return {
    recipients: about.map((fields) => readRecipient(fields, text.slice(0, 20_000), about.length === 1)),
    originalMessageId: originalOf(parts) ?? parseMessageIds(given)[0] ?? parseMessageIds(answered).at(-1) ?? null,
  };
}

function readWords(root: MimePart, parts: MimePart[], text: string, sender: ReportSender): Bounce | null {
  const headers = new MailHeaders(root.fields);
  const notification = readSnsNotification(headers, text);
  if (notification) return notification;
  if (sender === null || /disposition-notification/i.test(headers.get("content-type") ?? "")) return null;
  const hasCopy = parts.some((part) => RETURNED.test(part.contentType.value));
  const spoken = readSpokenBounce(headers, text, sender, hasCopy);
  if (!spoken) return sender === "daemon" ? readInner(parts) : null;
  const answered = headers.raw("in-reply-to") ?? headers.raw("references") ?? "";
  return {
    recipients: spoken.recipients,
    originalMessageId: originalOf(parts) ?? spoken.originalMessageId ?? parseMessageIds(answered).at(-1) ?? null,
  };
}

/** A gateway that wraps another server's report into a mail of its own and says nothing itself. */
function readInner(parts: MimePart[]): Bounce | null {
  const wrapped = parts.find((part) => part.contentType.value === "message/rfc822");
  if (!wrapped) return null;
  try {
    const inner = parseMimeTree(decodedOf(wrapped));
    if (inner.contentType.value !== "multipart/report") return null;
    return readStatus(inner, leaves(inner), "", null);
  } catch (error) {
    if (error instanceof MailUnreadable) return null;
    throw error;
  }
}

function readRecipient(fields: HeaderField[], text: string, alone: boolean): BounceRecipient {
  const address = addressOf(value(fields, "final-recipient") ?? value(fields, "original-recipient") ?? "");
  const diagnostic = diagnosticOf(value(fields, "diagnostic-code") ?? "");
  const said = diagnostic.text === "" ? wordsAbout(address, text) : diagnostic.text;
  return judgeRecipient({
    address,
    action: (value(fields, "action") ?? "").trim().toLowerCase(),
    status: diagnostic.status || (value(fields, "status") ?? ""),
    words: said,
    kind: diagnostic.kind,
    text,
    alone,
  });
}

/**
 * "smtp; 550 5.1.1 No such user" to its kind and text; IronPort's "5.1.0 - Unknown address error 550-'…'" to what is
 * quoted, and to its own status when none is quoted.
 */
function diagnosticOf(raw: string): { kind: string; text: string; status: string } {
  const match = /^\s*([\w-]{1,40})\s*;([^]*)$/.exec(raw);
  const text = (match ? (match[2] ?? "") : raw).slice(0, 10_000).trim();
  const wrapped = /^([245]\.\d{1,3}\.\d{1,3}) - [\w ,]{3,80} ([245]\d\d)[ -]'([^]*)'/.exec(text);
  const kind = match?.[1] ?? "";
  if (!wrapped) return { kind, text, status: "" };
  const [, own = "", code = "", inner = ""] = wrapped;
  const status = /^[245]\.\d{1,3}\.\d{1,3}\b/.test(inner) ? "" : own;
  return { kind, text: `${code} ${inner}`, status };
}

/** Lines of the human-readable part that speak of this address. */
function wordsAbout(address: string, text: string): string {
  if (address === "") return "";
  const needle = address.toLowerCase();
  return text
    .split("\n")
    .filter((line) => line.toLowerCase().includes(needle))
    .map((line) => line.replace(/^[<\s]*[^\s<>@]{1,128}@[^\s<>@]{1,255}[>\s]*(?:\.\.\.|:)\s*/, ""))
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

function originalOf(parts: MimePart[]): string | null {
  for (const part of parts) {
    if (!RETURNED.test(part.contentType.value)) continue;
    const id = parseMessageIds(value(fieldsOf(part), "message-id") ?? "")[0];
    if (id) return id;
  }
  return null;
}

function returnedFields(parts: MimePart[]): HeaderField[][] {
  return parts.filter((part) => RETURNED.test(part.contentType.value)).map(fieldsOf);
}

/** Header of a returned message. */
function fieldsOf(part: MimePart): HeaderField[] {
  return parseHeaderBlock(contentOf(part).slice(0, 200_000).replace(/^\s+/, "")).fields;
}

function contentOf(part: MimePart): string {
  return decodedOf(part).toString("latin1");
}

function decodedOf(part: MimePart): Buffer {
  const encoding = part.fields.find((field) => field.name === "content-transfer-encoding")?.raw ?? "";
  return decodeTransfer(part.body, encoding.trim().toLowerCase());
}

function leaves(part: MimePart): MimePart[] {
  return part.children.length === 0 ? [part] : part.children.flatMap(leaves);
}
