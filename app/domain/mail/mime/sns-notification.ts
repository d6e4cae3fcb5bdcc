import { addressOf } from "./bounce-address";
import { judgeRecipient, type BounceRecipient } from "./bounce-recipient";
import type { MailHeaders } from "./mail-headers";

/** One notification of Amazon SES sent as mail by SNS, with the id of the mail it speaks of. */
export type SnsNotification = { recipients: BounceRecipient[]; originalMessageId: string | null };

type Json = { [key: string]: unknown };
const MAX_JSON = 1024 * 1024;

/** Reads the JSON of a bounce, complaint or delivery; null for any other mail. */
export function readSnsNotification(headers: MailHeaders, text: string): SnsNotification | null {
  if (!headers.has("x-amz-sns-message-id") || !/@sns\.amazonaws\.com\b/i.test(headers.get("from") ?? "")) return null;
  const notice = readJson(text);
  if (!notice) return null;
  const kind = stringOf(notice.notificationType ?? notice.eventType).toLowerCase();
  const recipients = recipientsOf(kind, notice);
  if (recipients.length === 0) return null;
  const id = stringOf(objectOf(objectOf(notice.mail)?.commonHeaders)?.messageId);
  return { recipients, originalMessageId: /^<[^<>\s]+>$/.test(id) ? id : null };
}

function recipientsOf(kind: string, notice: Json): BounceRecipient[] {
  if (kind === "complaint") {
    const { complainedRecipients } = objectOf(notice.complaint) ?? {};
    return listOf(complainedRecipients).map((one) => ({
      address: addressOf(stringOf(objectOf(one)?.emailAddress)),
      status: "",
      hard: false,
      reason: "feedback",
    }));
  }
  if (kind === "delivery") {
    const { recipients, smtpResponse } = objectOf(notice.delivery) ?? {};
    return listOf(recipients).map((one) => judge(stringOf(one), "delivered", "", stringOf(smtpResponse)));
  }
  if (kind !== "bounce") return [];
  const { bouncedRecipients } = objectOf(notice.bounce) ?? {};
  const list = listOf(bouncedRecipients);
  return list.map((one) => {
    const { emailAddress, action, status, diagnosticCode } = objectOf(one) ?? {};
    const words = stringOf(diagnosticCode).replace(/^\s*[\w-]{1,40}\s*;/, "");
    return judge(stringOf(emailAddress), stringOf(action).toLowerCase(), stringOf(status), words.trim());
  });
}

function judge(address: string, action: string, status: string, words: string): BounceRecipient {
  return judgeRecipient({ address: addressOf(address), action, status, words, kind: "", text: "", alone: false });
}

/** Between the first and the last brace; lines that a relay broke ("!", line end, space) are joined again. */
function readJson(text: string): Json | null {
  const head = text.slice(0, MAX_JSON).replaceAll("!\n ", "");
  const parsed = parse(head.slice(head.indexOf("{"), head.lastIndexOf("}") + 1));
  const inner = typeof parsed?.Message === "string" ? parse(parsed.Message) : null;
  return inner ?? parsed;
}

function parse(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Json | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 1000) : [];
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 4000) : "";
}
