import type { PolicyView } from "~/domain/sla/get-policy.server";
import { type LadderAction, type LadderStep, PAUSING_STATES, SLA_KINDS, SLA_PRIORITIES } from "~/domain/sla/schema";
import { formatDuration } from "~/lib/duration";
import { type RawConditions, readConditions } from "../conditions/read-conditions";

export const WHENS = ["percent", "before", "after"] as const;
export const ACTIONS = [
  "notify",
  "raise_priority",
  "reroute",
  "webhook",
] as const satisfies readonly LadderAction["do"][];
export type ActionDraft = { do: LadderAction["do"]; value: string };
export type StepDraft = { id: string; kind: string; when: string; amount: string; actions: ActionDraft[] };
type Kind = (typeof SLA_KINDS)[number];
type Priority = (typeof SLA_PRIORITIES)[number];
export type TargetDraft = { clock: string } & Record<Priority, string>;

/** A policy as it stands in its form: durations and percentages as typed, nothing checked. */
export type PolicyDraft = {
  name: string;
  /** Empty for the company's own. */
  calendarId: string;
  conditions: RawConditions;
  targets: Record<Kind, TargetDraft>;
  pauses: string[];
  ladder: StepDraft[];
};

const NOTHING: TargetDraft = { clock: "working", urgent: "", high: "", normal: "", low: "" };

/** What the form of a new policy begins with. */
export const emptyDraft = (): PolicyDraft => ({
  name: "",
  calendarId: "",
  conditions: { all: [], any: [], none: [] },
  targets: { first_reply: NOTHING, next_reply: NOTHING, resolution: NOTHING },
  pauses: [...PAUSING_STATES],
  ladder: [],
});

/** A policy's newest version in its form, with durations in the reader's units. */
export function draftOf({ name, rules }: Pick<PolicyView, "name" | "rules">, locale: string): PolicyDraft {
  const target = (kind: Kind): TargetDraft => {
    const said = rules.targets[kind];
    if (!said) return NOTHING;
    const days = said.clock === "wall";
    const words = SLA_PRIORITIES.map((priority) => {
      const seconds = said.seconds[priority];
      return [priority, seconds === undefined ? "" : formatDuration(seconds, locale, { days })];
    });
    return { clock: said.clock, ...(Object.fromEntries(words) as Record<Priority, string>) };
  };
  return {
    name,
    calendarId: rules.calendarId ?? "",
    conditions: rules.conditions,
    targets: Object.fromEntries(SLA_KINDS.map((kind) => [kind, target(kind)])) as PolicyDraft["targets"],
    pauses: rules.pauses,
    ladder: rules.ladder.map(({ id, kind, at, actions }) => ({
      id,
      kind,
      ...moment(at, locale),
      actions: actions.map((action) => ({ do: action.do, value: action[FIELD_OF[action.do] as keyof typeof action] })),
    })),
  };
}

function moment(at: LadderStep["at"], locale: string): { when: string; amount: string } {
  if ("percent" in at) return { when: "percent", amount: String(at.percent) };
  return {
    when: at.offset < 0 ? "before" : "after",
    amount: formatDuration(Math.abs(at.offset), locale, { days: false }),
  };
}

/** The name of the field that an action's value has, in the form as in the rules. */
export const FIELD_OF = {
  notify: "who",
  raise_priority: "to",
  reroute: "queueId",
  webhook: "url",
} as const satisfies Record<LadderAction["do"], string>;

const MOST = 40;

/** What was typed: of a posted form, or of the texts that a refused one gives back. */
export function readPolicyDraft(typed: FormData | Readonly<Record<string, string>>): PolicyDraft {
  const text = (name: string): string | undefined => {
    const value = typed instanceof FormData ? typed.get(name) : typed[name];
    return typeof value === "string" ? value : undefined;
  };
  const numbers = Array.from({ length: MOST }, (_, i) => i);
  const target = (kind: Kind): TargetDraft => {
    const words = SLA_PRIORITIES.map((priority) => [priority, text(`targets.${kind}.${priority}`) ?? ""]);
    const clock = text(`targets.${kind}.clock`) ?? "working";
    return { clock, ...(Object.fromEntries(words) as Record<Priority, string>) };
  };
  const actions = (step: string): ActionDraft[] =>
    numbers.flatMap((j) => {
      const act = ACTIONS.find((known) => known === text(`${step}.actions.${j}.do`));
      return act ? [{ do: act, value: text(`${step}.actions.${j}.${FIELD_OF[act]}`) ?? "" }] : [];
    });
  return {
    name: text("name") ?? "",
    calendarId: text("calendarId") ?? "",
    conditions: readConditions(typed, "conditions"),
    targets: Object.fromEntries(SLA_KINDS.map((kind) => [kind, target(kind)])) as PolicyDraft["targets"],
    pauses: PAUSING_STATES.filter((state) => text(`pauses.${state}`) !== undefined),
    ladder: numbers.flatMap((i) => {
      const id = text(`ladder.${i}.id`);
      if (id === undefined) return [];
      const step = `ladder.${i}`;
      const [kind, when, amount] = [text(`${step}.kind`), text(`${step}.when`), text(`${step}.amount`)];
      return [{ id, kind: kind ?? "any", when: when ?? "percent", amount: amount ?? "", actions: actions(step) }];
    }),
  };
}
