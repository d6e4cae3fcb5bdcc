import { normaliseAddress } from "~/domain/identity/address";
import { cleanLine } from "~/domain/mail/mime/clean-text";
import { MAX_SUBJECT } from "~/domain/tickets/schema";
import { normaliseTags } from "~/domain/tickets/tag-names";
import { fillWords, variablesIn } from "~/lib/fill-words";
import type { FilledField, MailRuleActions } from "../mail-rules";

type Captures = Readonly<Record<string, string>>;

const MAX_FIELD = 200;
const LANGUAGES: readonly string[] = ["en", "it", "ro", "ru"];

/**
 * A rule's actions with the captures in their places. What is left empty by that, or is no address, language or number
 * where one is needed, falls away; a filled tag is one of the tags.
 */
export function fillActions(actions: MailRuleActions, captures: Captures): MailRuleActions {
  const values = actions.fields.map(({ field, value }) => ({ field, value: filled(field, value, captures) }));
  const fields = values.filter(({ field, value }) => value !== "" && field !== "tag");
  const tags = values.flatMap(({ field, value }) => (field === "tag" ? [value] : []));
  return {
    ...actions,
    tags: normaliseTags([...actions.tags.map((tag) => fillWords(tag, known(tag, captures))), ...tags]),
    fields,
    appendTo: actions.appendTo === null ? null : ticketNumber(fillWords(actions.appendTo, captures)),
  };
}

function filled(field: FilledField, value: string, captures: Captures): string {
  const text = cleanLine(fillWords(value, known(value, captures)), field === "subject" ? MAX_SUBJECT : MAX_FIELD);
  if (field === "requester") return normaliseAddress(text) ?? "";
  if (field === "language") return LANGUAGES.includes(text.toLowerCase()) ? text.toLowerCase() : "";
  return text;
}

/** A capture that found nothing leaves nothing behind. */
const known = (template: string, captures: Captures): Record<string, string> => ({
  ...Object.fromEntries(variablesIn(template).map((name) => [name, ""])),
  ...captures,
});

/** The digits of "#10482", null for anything but one number. */
const ticketNumber = (text: string): string | null => /^\s*#?(\d{1,9})\s*$/.exec(text)?.[1] ?? null;
