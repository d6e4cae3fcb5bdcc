/** What every ordered list of rules has in common, whatever the rules ask and do. */
export type OrderedRule = { id: string; name: string; enabled: boolean; conditions: unknown; actions: unknown };

/** The list with the rule in its place, or last when it is new. */
export const withRule = <R extends OrderedRule>(rules: readonly R[], rule: R): R[] =>
  rules.some(({ id }) => id === rule.id) ? rules.map((old) => (old.id === rule.id ? rule : old)) : [...rules, rule];

export const withoutRule = <R extends OrderedRule>(rules: readonly R[], ruleId: string): R[] =>
  rules.filter(({ id }) => id !== ruleId);

/** The list with the rule at a place, 0 the first; places beyond the ends are the ends. */
export function withRuleAt<R extends OrderedRule>(rules: readonly R[], ruleId: string, place: number): R[] {
  const rule = rules.find(({ id }) => id === ruleId);
  if (!rule) return [...rules];
  const rest = withoutRule(rules, ruleId);
  return rest.toSpliced(Math.max(0, Math.min(place, rest.length)), 0, rule);
}

/** Rules that say something new, or begin to act again: names, places and switching off need no look at what they name. */
export function rulesToCheck<R extends OrderedRule>(before: readonly R[], after: readonly R[]): R[] {
  const known = new Map(before.map((rule) => [rule.id, rule]));
  return after.filter((rule) => {
    const was = known.get(rule.id);
    return !was || canonical(was) !== canonical(rule) || (rule.enabled && !was.enabled);
  });
}

/** The same text for the same conditions and actions, in whatever order their keys are kept. */
const canonical = ({ conditions, actions }: OrderedRule): string =>
  JSON.stringify([conditions, actions], (_, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
