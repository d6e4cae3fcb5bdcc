import type { LazyFacts } from "~/lib/conditions/known-facts";
import type { MailRuleSet } from "../mail-rules";
import type { TracedFacts } from "../mail-trace";
import { evaluateMailRules } from "./evaluate-mail-rules";
import { outcomeOf, type ReplayOutcome, sameOutcome } from "./replay-outcome";

/** A mail as a comparison needs it. */
export type ComparedMail = {
  id: string;
  receivedAt: Date;
  subject: string;
  from: string;
  queueId: string | null;
  thread: TracedFacts["thread"];
  /** Our addresses that it came to. */
  addresses: readonly string[];
  facts: LazyFacts;
};

export type MailDifference = Pick<ComparedMail, "id" | "receivedAt" | "subject" | "from"> & {
  before: ReplayOutcome;
  after: ReplayOutcome;
};

type Counts = { before: number; after: number };

export type RuleComparison = {
  /** Mails looked at. */
  mails: number;
  differing: number;
  /** How often each rule held, in the order of the second list, then those that are only in the first. */
  rules: ({ ruleId: string } & Counts)[];
  /** By the first address of ours, "" for none: mails, those that any rule held of, those that would differ. */
  addresses: ({ address: string; mails: number; differing: number } & Counts)[];
  shown: MailDifference[];
};

/** Compares two lists of rules over mails, one after the other; keeps counts, and the first `most` that differ. */
export function compareRules(before: MailRuleSet, after: MailRuleSet, most: number) {
  const ids = new Set([...after.rules, ...before.rules].map(({ id }) => id));
  const rules = new Map([...ids].map((ruleId) => [ruleId, { ruleId, before: 0, after: 0 }]));
  const addresses = new Map<string, RuleComparison["addresses"][number]>();
  const result = { mails: 0, differing: 0, shown: [] as MailDifference[] };

  return {
    look({ id, receivedAt, subject, from, queueId, thread, addresses: [address = ""], facts }: ComparedMail): void {
      const at = addresses.get(address) ?? { address, mails: 0, differing: 0, before: 0, after: 0 };
      addresses.set(address, at);
      const [was, is] = (["before", "after"] as const).map((side) => {
        const decision = evaluateMailRules(side === "before" ? before : after, facts);
        for (const { id } of decision.matched) rules.get(id)![side] += 1;
        if (decision.matched.length) at[side] += 1;
        return outcomeOf(decision, thread, queueId);
      }) as [ReplayOutcome, ReplayOutcome];
      result.mails += 1;
      at.mails += 1;
      if (sameOutcome(was, is)) return;
      result.differing += 1;
      at.differing += 1;
      if (result.shown.length < most) result.shown.push({ id, receivedAt, subject, from, before: was, after: is });
    },
    result: (): RuleComparison => ({
      ...result,
      rules: [...rules.values()].filter((one) => one.before || one.after),
      addresses: [...addresses.values()].toSorted((a, b) => b.mails - a.mails || (a.address < b.address ? -1 : 1)),
    }),
  };
}
