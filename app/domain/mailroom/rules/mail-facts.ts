import { domainOf, normaliseAddress } from "~/domain/identity/address";
import type { AuthResults } from "~/domain/mail/auth-results";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import type { LazyFacts } from "~/lib/conditions/known-facts";
import type { TracedFacts } from "../mail-trace";
import type { MAIL_FACTS } from "./facts";

/** What rules may ask for and the bytes do not tell, or only to whoever has worked on them. */
export type MailContext = Omit<TracedFacts, "addresses"> & {
  auth: AuthResults | null;
  spam: { score: number | null };
  /** Of the whole mail, in bytes. */
  size: number;
  /** Our addresses that it came to, in normal form. */
  addresses: readonly string[];
  automatic: boolean;
  envelopeFrom: string;
  /** Of the envelope. */
  recipients: readonly string[];
};

type Mail = Pick<
  ParsedMail,
  "from" | "replyTo" | "to" | "cc" | "subject" | "visibleText" | "text" | "attachments" | "headers"
>;

/** Of long texts and lists rules read the beginning, so that no mail makes its rules slow. */
export const READ = { text: 100_000, line: 10_000, several: 1_000 } as const;

const LIST_FIELDS = ["list-id", "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list"];

/** The facts that mailroom rules ask for. Texts are bounded; a header field is decoded when a rule asks for it. */
export function mailFacts(mail: Mail, context: MailContext): LazyFacts {
  const { auth } = context;
  const from = mail.from ? (normaliseAddress(mail.from.address) ?? mail.from.address.toLowerCase()) : null;
  const written = () => [...context.recipients, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  return {
    from: line(from),
    domain: from?.includes("@") ? line(domainOf(from)) : null,
    name: line(mail.from?.name),
    replyTo: line(mail.replyTo?.address),
    recipient: () => lines([...new Set(written().map((address) => normaliseAddress(address) ?? address))]),
    address: context.addresses,
    envelope: line(context.envelopeFrom),
    subject: line(mail.subject),
    body: mail.visibleText.slice(0, READ.text),
    text: () => mail.text.slice(0, READ.text),
    "header:*": (name: string) => lines(mail.headers.all(name.toLowerCase()).filter(Boolean)),
    attachmentName: lines(mail.attachments.map(({ name }) => name)),
    attachmentType: lines([...new Set(mail.attachments.map(({ type }) => type))]),
    attachmentCount: mail.attachments.length,
    attachmentSize: Math.max(0, ...mail.attachments.map(({ size }) => size)) / 1_000,
    size: context.size / 1_000,
    language: context.language,
    spamScore: context.spam.score,
    spf: auth?.spf.result ?? "unknown",
    dkim: auth?.dkim.length ? auth.dkim.map(({ result }) => result) : auth && auth.by !== "none" ? "none" : "unknown",
    dmarc: auth?.dmarc.result ?? "unknown",
    dmarcPolicy: auth?.dmarc.policy || null,
    known: context.known,
    thread: context.thread,
    automatic: context.automatic ? "yes" : "no",
    list: LIST_FIELDS.some((name) => mail.headers.has(name)) ? "yes" : "no",
  } satisfies Record<keyof typeof MAIL_FACTS, unknown>;
}

const line = (text: string | null | undefined): string | null => text?.slice(0, READ.line) || null;
const lines = (texts: readonly string[]): string[] =>
  texts.slice(0, READ.several).map((text) => text.slice(0, READ.line));
