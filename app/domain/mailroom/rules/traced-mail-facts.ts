import type { AuthResults } from "~/domain/mail/auth-results";
import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import { readSpamMarks } from "~/domain/mail/mime/spam-marks";
import type { LazyFacts } from "~/lib/conditions/known-facts";
import type { MailTrace, TracedFacts } from "../mail-trace";
import { mailFacts } from "./mail-facts";

/** A mail as it is kept, beside its bytes. */
export type KeptMail = {
  auth: AuthResults | null;
  trace: MailTrace | null;
  /** In bytes. */
  size: number;
  envelopeFrom: string;
  recipients: readonly string[];
};

/** The facts that rules were asked with, from the bytes and the trace; `traced` stands in where no rule was asked. */
export function tracedMailFacts(mail: ParsedMail, kept: KeptMail, traced: TracedFacts): LazyFacts {
  const stages = kept.trace?.stages ?? [];
  const asked = stages.find((entry) => entry.stage === "rules")?.facts ?? traced;
  const automatic = stages.find((entry) => entry.stage === "automatic");
  return mailFacts(mail, {
    ...asked,
    auth: kept.auth,
    spam: readSpamMarks(mail.headers),
    size: kept.size,
    automatic: automatic ? automatic.result === "yes" : mail.automatic.is,
    envelopeFrom: kept.envelopeFrom,
    recipients: kept.recipients,
  });
}
