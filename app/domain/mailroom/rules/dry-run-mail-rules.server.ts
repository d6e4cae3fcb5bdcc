import { limitTrials } from "~/domain/mail/limit-trials.server";
import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";
import { detectLanguage } from "../detect-language";
import { listMailboxes } from "../list-mailboxes.server";
import type { MailRule, MailRuleSet } from "../mail-rules";
import { targetsOf } from "../targets";
import { compareRules, type MailDifference, type RuleComparison } from "./compare-rules";
import { MOST_DRY_RUN_MAILS } from "./dry-run-sizes";
import { getMailRules } from "./get-mail-rules.server";
import { withGone } from "./newest-mail-rules.server";
import { readReplayMails, type ReplayMail } from "./read-replay-mails.server";
import { tracedMailFacts } from "./traced-mail-facts";

const MOST_MS = 12_000;
const SHOWN = 100;

export type MailDryRun = RuleComparison & {
  /** The version that the rules were compared with. */
  version: number;
  /** How many were asked for. */
  asked: number;
  /** The time was over before all of them were looked at. */
  stopped: boolean;
  /** The newest 100 of those that would be treated differently. */
  shown: MailDifference[];
  /** Names of queues, types, people, templates and rules that it speaks of. */
  names: Record<string, string>;
};

/**
 * What the last mails would have become under these rules instead of the saved ones. Reads their bytes again and asks the
 * facts of their day: who was known and what thread they belonged to then. Changes nothing, and takes 12 seconds at most.
 */
export async function dryRunMailRules(ctx: Ctx, rules: readonly MailRule[], asked: number): Promise<MailDryRun> {
  assertAdministers(ctx.actor);
  await limitTrials(ctx, "rules");
  const count = Math.max(1, Math.min(Math.trunc(asked), MOST_DRY_RUN_MAILS));
  const saved = await getMailRules(ctx);
  const [before, after] = await Promise.all([withGone(ctx, saved), withGone(ctx, { version: 0, rules: [...rules] })]);
  const boxes = await listMailboxes(ctx);
  const comparison = compareRules(before, after, SHOWN);
  const since = performance.now();
  let stopped = false;
  for await (const kept of readReplayMails(ctx, count)) {
    comparison.look({ ...kept, addresses: addressesOf(kept), facts: factsOf(kept) });
    if ((stopped = performance.now() - since > MOST_MS)) break;
  }
  const result = comparison.result();
  return {
    ...result,
    version: saved.version,
    asked: count,
    stopped,
    names: await readNames(ctx, before, after, result),
  };

  function addressesOf({ mail, recipients, trace }: ReplayMail): string[] {
    const asked = trace?.stages.find((entry) => entry.stage === "rules");
    return asked?.facts.addresses ?? targetsOf(mail, recipients, boxes).addresses;
  }

  function factsOf(kept: ReplayMail) {
    const { mail, known, thread } = kept;
    const language = detectLanguage(`${mail.subject}\n${mail.visibleText}`);
    return tracedMailFacts(mail, kept, { known, thread, language, addresses: addressesOf(kept) });
  }
}

async function readNames(
  ctx: Ctx,
  before: MailRuleSet,
  after: MailRuleSet,
  { shown }: RuleComparison,
): Promise<Record<string, string>> {
  const ids = shown.flatMap(({ before, after }) =>
    [before, after].flatMap(({ queueId, typeId, assigneeId, followerIds, answer }) =>
      [queueId, typeId, assigneeId, answer === "none" ? null : answer, ...followerIds].filter((id) => id !== null),
    ),
  );
  const named = await ctx.db.$queryRaw<{ id: string; name: string }[]>`
    select id, name from queue where id = any(${ids}::uuid[])
    union all select id, name from person where id = any(${ids}::uuid[])
    union all select id, name from mail_template where id = any(${ids}::uuid[])
    union all select id, coalesce(name ->> ${ctx.locale}, name ->> 'en', '') from request_type where id = any(${ids}::uuid[])`;
  const rules = [...before.rules, ...after.rules];
  return Object.fromEntries([...named, ...rules].map(({ id, name }) => [id, name]));
}
