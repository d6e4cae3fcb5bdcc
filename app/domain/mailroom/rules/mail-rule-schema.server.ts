import { z } from "zod";
import { normaliseAddress } from "~/domain/identity/address";
import { PRIORITIES } from "~/domain/tickets/states";
import { normaliseTags } from "~/domain/tickets/tag-names";
import type { Conditions } from "~/lib/conditions/schema";
import { wordedConditions } from "~/lib/conditions/worded";
import { variablesIn } from "~/lib/fill-words";
import { FILLED_FIELDS, type MailRule, type MailRuleActions } from "../mail-rules";
import { MAIL_FACTS } from "./facts";
import { namesIn, problemOfPattern } from "./patterns.server";

const MAX_NAMED = 20;
const MAX_FORWARDS = 5;
const id = z.uuid("common:error.invalid");
const text = (max: number) => z.string().trim().min(1, "common:error.required").max(max, "common:error.tooLong");
/** Names in braces keep their case: a pattern's captures have one. */
const tag = text(80).transform((name) => (variablesIn(name).length ? name : (normaliseTags([name])[0] ?? "")));

const actions = z
  .object({
    queueId: id.nullable().default(null),
    priority: z.enum(PRIORITIES, "common:error.invalid").nullable().default(null),
    typeId: id.nullable().default(null),
    tags: z
      .array(tag)
      .max(MAX_NAMED, "mailrules:error.tooMany")
      .default([])
      .transform((tags) => [...new Set(tags.filter(Boolean))]),
    assigneeId: id.nullable().default(null),
    followerIds: z.array(id).max(MAX_NAMED, "mailrules:error.tooMany").default([]),
    fields: z
      .array(z.object({ field: z.enum(FILLED_FIELDS, "common:error.invalid"), value: text(200) }))
      .max(MAX_NAMED, "mailrules:error.tooMany")
      .default([]),
    answer: z
      .union([z.literal("none"), id])
      .nullable()
      .default(null),
    forwardTo: z
      .array(z.string().transform((raw, issues) => normaliseAddress(raw) ?? refuse(issues, "mailrules:error.address")))
      .max(MAX_FORWARDS, "mailrules:error.tooManyForwards")
      .default([])
      .transform((addresses) => [...new Set(addresses)]),
    appendTo: text(80).nullable().default(null),
    file: z.enum(["contact", "organization"], "common:error.invalid").nullable().default(null),
    quarantine: z.boolean().default(false),
    discard: z.boolean().default(false),
    stop: z.boolean().default(false),
  })
  .superRefine((given, issues) => {
    const say = (message: string, path: string[] = []) => issues.addIssue({ code: "custom", message, path });
    if (!doesSomething(given)) say("mailrules:error.noAction");
    if (given.discard && given.quarantine) say("mailrules:error.discardAndHold", ["discard"]);
    if (given.file && given.appendTo) say("mailrules:error.fileAndAppend", ["file"]);
  });

/** One rule as it is saved. The messages are i18n keys at the field that is wrong. */
export const mailRuleSchema: z.ZodType<MailRule, unknown> = z
  .object({
    id,
    name: text(80),
    enabled: z.boolean().default(true),
    conditions: wordedConditions(MAIL_FACTS, problemOfPattern),
    actions,
  })
  .superRefine(({ conditions, actions }, issues) => {
    const names = new Set(patternsOf(conditions).flatMap(namesIn));
    for (const [path, template] of templatesOf(actions))
      if (variablesIn(template).some((name) => !names.has(name)))
        issues.addIssue({ code: "custom", message: "mailrules:error.unknownName", path: ["actions", ...path] });
    if (actions.appendTo && !variablesIn(actions.appendTo).length && !/^#?\d{1,9}$/.test(actions.appendTo))
      issues.addIssue({ code: "custom", message: "mailrules:error.appendTo", path: ["actions", "appendTo"] });
  });

function refuse(issues: z.RefinementCtx, message: string): never {
  issues.addIssue({ code: "custom", message });
  return z.NEVER;
}

function doesSomething({ fields, tags, followerIds, forwardTo, ...rest }: MailRuleActions): boolean {
  return [fields, tags, followerIds, forwardTo].some((list) => list.length) || Object.values(rest).some(Boolean);
}

/** The patterns whose captures may be named: those of conditions that hold when the rule does. */
const patternsOf = ({ all, any }: Conditions): string[] =>
  [...all, ...any].flatMap(({ op, values }) => (op === "matches" ? values : []));

const templatesOf = ({ tags, fields, appendTo }: MailRuleActions): [path: (string | number)[], template: string][] => [
  ...tags.map((tag): [string[], string] => [["tags"], tag]),
  ...fields.map(({ value }, i): [(string | number)[], string] => [["fields", i, "value"], value]),
  ...(appendTo ? [[["appendTo"], appendTo] as [string[], string]] : []),
];
