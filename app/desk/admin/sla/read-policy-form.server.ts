import { type PolicyForm, policyForm } from "~/domain/sla/policy-form";
import { type PolicyProblem, SLA_KINDS, SLA_PRIORITIES } from "~/domain/sla/schema";
import { type DurationProblem, parseDuration } from "~/lib/duration";
import { invalid } from "~/lib/errors";
import { problemKey } from "~/lib/conditions/worded";
import { FIELD_OF, type PolicyDraft, type StepDraft } from "./policy-draft";

const POLICY_PROBLEMS = {
  zeroTarget: "sla:policy.problem.zeroTarget",
  tooLong: "sla:policy.problem.tooLong",
  noTarget: "sla:policy.problem.noTarget",
  badStep: "sla:ladder.problem.badStep",
  badUrl: "sla:ladder.problem.badUrl",
  tooMany: "sla:ladder.problem.tooMany",
} satisfies Record<PolicyProblem, string>;
const durationKey = (problem: DurationProblem): string => `sla:policy.problem.${problem}`;

/** A typed policy as the command takes it; what is wrong is said at its field of the form, all at once. */
export function readPolicyForm(draft: PolicyDraft): PolicyForm {
  const errors: Record<string, string> = {};
  const rules = {
    conditions: draft.conditions,
    calendarId: draft.calendarId || null,
    targets: Object.fromEntries(SLA_KINDS.flatMap((kind) => readTarget(kind, draft.targets[kind], errors))),
    pauses: draft.pauses,
    ladder: draft.ladder.map((step, i) => ({
      id: step.id,
      kind: step.kind,
      at: readMoment(step, `ladder.${i}.amount`, errors),
      actions: step.actions.map((action) => ({ do: action.do, [FIELD_OF[action.do]]: action.value })),
    })),
  };
  const parsed = policyForm.safeParse({ name: draft.name, rules });
  for (const { path, message } of parsed.success ? [] : parsed.error.issues) {
    const field = fieldOf(path.filter((part, i) => i > 0 || part !== "rules").join("."));
    // A duration that could not be read leaves its kind without a target; saying so too would only confuse.
    if (message === "noTarget" && Object.keys(errors).some((name) => name.startsWith("targets."))) continue;
    errors[field] ??= wordsOf(field, message);
  }
  if (!parsed.success || Object.keys(errors).length) throw invalid("common:error.checkFields", errors);
  return parsed.data;
}

function readTarget(kind: string, typed: PolicyDraft["targets"]["resolution"], errors: Record<string, string>) {
  const seconds: Record<string, number> = {};
  for (const priority of SLA_PRIORITIES) {
    const text = typed[priority].trim();
    if (!text) continue;
    const read = parseDuration(text, { days: typed.clock === "wall" });
    if ("seconds" in read) seconds[priority] = read.seconds;
    else errors[`targets.${kind}.${priority}`] = durationKey(read.problem);
  }
  return Object.keys(seconds).length ? [[kind, { clock: typed.clock, seconds }]] : [];
}

function readMoment({ when, amount }: StepDraft, field: string, errors: Record<string, string>) {
  if (when === "percent") {
    const [, number] = /^(\d{1,4})\s*%?$/.exec(amount.trim()) ?? [];
    if (number === undefined) errors[field] = "sla:ladder.problem.percent";
    return { percent: Number(number ?? 1) };
  }
  const read = parseDuration(amount, { days: false });
  if ("problem" in read) errors[field] = durationKey(read.problem);
  return { offset: "seconds" in read ? (when === "before" ? -read.seconds : read.seconds) : 1 };
}

/** A path of the rules as the field of the form that says it. */
const fieldOf = (path: string): string =>
  path.replace(/^(targets\.\w+)\.seconds\./, "$1.").replace(/^(ladder\.\d+)\.at\b.*/, "$1.amount");

function wordsOf(field: string, message: string): string {
  if (message.startsWith("common:")) return message;
  if (field.endsWith(".actions") && message === "badStep") return "sla:ladder.problem.noAction";
  if (field.startsWith("conditions.")) return problemKey(message);
  const known: Record<string, string> = POLICY_PROBLEMS;
  if (Object.hasOwn(known, message)) return known[message] ?? "common:error.invalid";
  if (field.endsWith(".amount")) return POLICY_PROBLEMS.badStep;
  if (field.endsWith(".queueId")) return "sla:ladder.problem.queue";
  if (field.endsWith(".who")) return "sla:ladder.problem.who";
  return "common:error.invalid";
}
