import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import type { MailRuleDecision } from "./mail-rules";
import type { TracedFacts } from "./mail-trace";
import type { ReadMail } from "./read-mail.server";
import { evaluateMailRules } from "./rules/evaluate-mail-rules";
import { mailFacts } from "./rules/mail-facts";
import { type MailRuleFacts, readyMailRules } from "./rules/newest-mail-rules.server";
import { traceStage } from "./trace-run.server";

/** What the newest rules of the mailroom say about a mail; notes which were tried and from which facts. */
export async function askMailRules(
  ctx: Ctx,
  inbound: InboundWork,
  read: ReadMail,
  rules: MailRuleFacts | null,
  known: Omit<TracedFacts, "addresses"> & { automatic: boolean },
): Promise<MailRuleDecision> {
  const { mail, auth, spam, trace, targets } = read;
  const { automatic, ...facts } = known;
  const traced: TracedFacts = { ...facts, addresses: targets.addresses };
  const set = await readyMailRules(ctx, rules);
  const { size, envelopeFrom, recipients } = { ...inbound, size: inbound.bytes.length };
  const decision = evaluateMailRules(
    set,
    mailFacts(mail, { ...traced, auth, spam, size, automatic, envelopeFrom, recipients }),
  );
  const { version, tried, matched } = decision;
  const names = matched.map(({ id, name }) => ({ id, name }));
  traceStage(trace, { stage: "rules", version, tried, matched: names, facts: traced });
  return decision;
}
