import { z } from "zod";
import { FILLED_FIELDS, type FilledField, type MailRule } from "~/domain/mailroom/mail-rules";
import { DRY_RUN_SIZES, MOST_DRY_RUN_MAILS } from "~/domain/mailroom/rules/dry-run-sizes";
import { type RawConditions, readConditions } from "../../conditions/read-conditions";

/** What becomes of a mail that no ticket takes. */
export const ENDS = ["contact", "organization", "quarantine", "discard"] as const;

/** A rule as it stands in the form's fields: nothing is checked yet. */
export type MailRuleDraft = {
  name: string;
  enabled: boolean;
  /** Its place in the list, 1 the first. */
  place: string;
  conditions: RawConditions;
  queueId: string;
  priority: string;
  typeId: string;
  assigneeId: string;
  followerIds: string[];
  tags: string;
  fields: Record<FilledField, string>;
  answer: string;
  forwardTo: string;
  appendTo: string;
  /** One of ENDS, "" for a ticket. */
  end: string;
  stop: boolean;
};

const noFields = Object.fromEntries(FILLED_FIELDS.map((field) => [field, ""])) as Record<FilledField, string>;

export const emptyMailDraft = (place: number): MailRuleDraft => ({
  name: "",
  enabled: true,
  place: String(place),
  conditions: { all: [], any: [], none: [] },
  queueId: "",
  priority: "",
  typeId: "",
  assigneeId: "",
  followerIds: [],
  tags: "",
  fields: noFields,
  answer: "",
  forwardTo: "",
  appendTo: "",
  end: "",
  stop: false,
});

export const mailRuleDraft = ({ name, enabled, conditions, actions }: MailRule, place: number): MailRuleDraft => ({
  name,
  enabled,
  place: String(place),
  conditions,
  queueId: actions.queueId ?? "",
  priority: actions.priority ?? "",
  typeId: actions.typeId ?? "",
  assigneeId: actions.assigneeId ?? "",
  followerIds: actions.followerIds,
  tags: actions.tags.join(", "),
  fields: { ...noFields, ...Object.fromEntries(actions.fields.map(({ field, value }) => [field, value])) },
  answer: actions.answer ?? "",
  forwardTo: actions.forwardTo.join("\n"),
  appendTo: actions.appendTo ?? "",
  end: actions.discard ? "discard" : actions.quarantine ? "quarantine" : (actions.file ?? ""),
  stop: actions.stop,
});

/** The draft that a posted form holds, or the typed texts that a refused one gives back. */
export function readMailRuleDraft(values: Readonly<Record<string, string>>): MailRuleDraft {
  const text = (name: string) => values[name] ?? "";
  return {
    name: text("name"),
    enabled: text("enabled") === "yes",
    place: text("place"),
    conditions: readConditions(values, "conditions"),
    queueId: text("actions.queueId"),
    priority: text("actions.priority"),
    typeId: text("actions.typeId"),
    assigneeId: text("actions.assigneeId"),
    followerIds: text("actions.followerIds").split(",").filter(Boolean),
    tags: text("actions.tags"),
    fields: Object.fromEntries(FILLED_FIELDS.map((field) => [field, text(`actions.fields.${field}`)])) as Record<
      FilledField,
      string
    >,
    answer: text("actions.answer"),
    forwardTo: text("actions.forwardTo"),
    appendTo: text("actions.appendTo"),
    end: text("actions.end"),
    stop: text("actions.stop") === "yes",
  };
}

const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** What the schema of a rule checks. */
export const mailRuleOfDraft = (id: string, draft: MailRuleDraft): unknown => ({
  id,
  name: draft.name,
  enabled: draft.enabled,
  conditions: draft.conditions,
  actions: {
    queueId: draft.queueId || null,
    priority: draft.priority || null,
    typeId: draft.typeId || null,
    assigneeId: draft.assigneeId || null,
    followerIds: draft.followerIds,
    tags: listed(draft.tags),
    fields: filledFields(draft).map((field) => ({ field, value: draft.fields[field] })),
    answer: draft.answer || null,
    forwardTo: listed(draft.forwardTo),
    appendTo: draft.appendTo.trim() || null,
    file: draft.end === "contact" || draft.end === "organization" ? draft.end : null,
    quarantine: draft.end === "quarantine",
    discard: draft.end === "discard",
    stop: draft.stop,
  },
});

const filledFields = ({ fields }: MailRuleDraft): FilledField[] =>
  FILLED_FIELDS.filter((field) => fields[field].trim());

/** Errors of the schema at the fields of the form: `actions.fields.0.value` stands at `actions.fields.asset`, a value's at all of them. */
export function errorsOfDraft(
  errors: Readonly<Record<string, string>> | undefined,
  draft: MailRuleDraft,
): Record<string, string> {
  const filled = filledFields(draft);
  const moved = Object.entries(errors ?? {}).map(([path, error]) => {
    const [, list = "", at = ""] = /^actions\.(fields|tags|forwardTo|followerIds)\.(\d+)/.exec(path) ?? [];
    if (list === "fields") return [`actions.fields.${filled[Number(at)] ?? ""}`, error];
    if (list) return [`actions.${list}`, error];
    if (/^actions\.(?:discard|file|quarantine)$/.test(path)) return ["actions.end", error];
    return [path.replace(/\.values\.\d+$/, ".values"), error];
  });
  return Object.fromEntries(moved) as Record<string, string>;
}

/** The version that a form was made from, the rule's place, and over how many mails it is tried. */
export const mailRuleFormHead = z.object({
  base: z.coerce.number("common:error.invalid").int().min(0),
  place: z.coerce.number("common:error.invalid").int().min(1).max(1_000).default(1_000),
  count: z.coerce.number("common:error.invalid").int().min(1).max(MOST_DRY_RUN_MAILS).default(DRY_RUN_SIZES[0]),
});
