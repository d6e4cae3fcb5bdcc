import type { ParsedMail } from "~/domain/mail/mime/parse-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import { type MailFacts, stageOf } from "./mail-views";
import { explainMailRules, type MailRuleStep } from "./rules/explain-mail-rules";
import { getMailRules } from "./rules/get-mail-rules.server";
import { mailFacts } from "./rules/mail-facts";
import { withGone } from "./rules/newest-mail-rules.server";

/**
 * Every rule of the version that was asked about a mail, with each condition's answer: evaluated anew from the mail and
 * the facts that its trace keeps. Empty when no rules were asked, or the mail cannot be read.
 */
export async function listRulesTried(ctx: Ctx, mail: MailFacts, parsed: ParsedMail | null): Promise<MailRuleStep[]> {
  const entry = stageOf(mail.trace, "rules");
  if (!parsed || !entry?.version) return [];
  const { auth, size, envelopeFrom, recipients } = mail;
  const spamScore = stageOf(mail.trace, "authenticate")?.spamScore ?? null;
  const automatic = parsed.automatic.is;
  const facts = mailFacts(parsed, {
    ...entry.facts,
    auth,
    size,
    envelopeFrom,
    recipients,
    automatic,
    spam: { score: spamScore },
  });
  return explainMailRules(await withGone(ctx, await getMailRules(ctx, entry.version)), facts);
}
