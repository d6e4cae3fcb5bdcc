import type { MailRule, MailRuleActions } from "~/domain/mailroom/mail-rules";
import { noActions } from "~/domain/mailroom/rules/no-actions";
import { mailFacts, type MailContext } from "~/domain/mailroom/rules/mail-facts";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import type { LazyFacts } from "~/lib/conditions/known-facts";
import type { Condition, Conditions } from "~/lib/conditions/schema";

/** A rule that is on, with the parts a test speaks of. */
export function makeRule(
  n: number,
  conditions: Partial<Conditions>,
  actions: Partial<MailRuleActions> = { tags: [`r${n}`] },
): MailRule {
  return {
    id: `00000000-0000-7000-8000-0000000009${String(n).padStart(2, "0")}`,
    name: `Rule ${n}`,
    enabled: true,
    conditions: { all: [], any: [], none: [], ...conditions },
    actions: { ...noActions(), ...actions },
  };
}

export const ask = (fact: string, op: Condition["op"], ...values: string[]): Condition => ({ fact, op, values });

export const CONTEXT: MailContext = {
  auth: null,
  spam: { score: null },
  language: "en",
  size: 4_200,
  addresses: ["support@northwind.example"],
  known: "customer",
  thread: "new",
  automatic: false,
  envelopeFrom: "giulia@marchetti.example",
  recipients: ["support@northwind.example"],
};

/** Facts of a mail written in the test. */
export async function factsOf(lines: readonly string[], context: Partial<MailContext> = {}): Promise<LazyFacts> {
  return mailFacts(await parseMail(Buffer.from(lines.join("\r\n"))), { ...CONTEXT, ...context });
}
