import type { Locale } from "~/i18n/config";
import type { Translate } from "~/i18n/translate";

/** What every mail knows beside its own props. `t` takes full keys of the mail namespace: "mail:receipt.title". */
export type MailFacts = {
  t: Translate;
  locale: Locale;
  company: { name: string; brandHue: number; timeZone: string; phone?: string; email?: string; hours?: string };
  /** Set where the recipient may stop this kind of mail with one click. */
  unsubscribeUrl: string | null;
};

/** A template's component takes its props and the facts. */
export type WithFacts<P> = P & { facts: MailFacts };

/** `[#10482] Damaged pump`, as the threading by subject expects it; reply prefixes of the subject are dropped. */
export function ticketSubject({ number, subject }: { number: number; subject: string }, prefix = ""): string {
  const bare = subject.replace(/^(?:\s*(?:re|aw|rif|r|ha|fwd?)\s*:|\s*\[#\d+\])+/i, "").trim() || subject.trim();
  return `${prefix}[#${number}] ${bare}`;
}
