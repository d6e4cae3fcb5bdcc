import type { Suggestion } from "~/components/ui/suggestions";
import { suggestContacts } from "~/domain/customers/suggest-contacts.server";
import { applyCompletion, type Completion, fixedValues } from "~/domain/search/complete-operator";
import type { OperatorName } from "~/domain/search/operators";
import { searchIndex } from "~/domain/search/search-index.server";
import { getDeskChoices } from "~/domain/tickets/get-desk-choices.server";
import { suggestTags } from "~/domain/tickets/suggest-tags.server";
import type { PersonCtx } from "~/http/ctx.server";
import { translator } from "~/i18n/t.server";
import { named } from "./resolve-query.server";

const MOST = 8;

/** Ways to finish the operator at the caret, as new texts of the field. */
export async function completeOperator(ctx: PersonCtx, text: string, completion: Completion): Promise<Suggestion[]> {
  const t = translator(ctx.locale);
  const minus = completion.not ? "-" : "";
  if (completion.name === null)
    return completion.names.map((name) => ({
      label: [{ text: `${minus}${name}:`, match: false }],
      note: t(`search:operator.${name}`),
      value: applyCompletion(text, completion, name, null),
    }));
  const { name, typed } = completion;
  const values = (await valuesOf(ctx, name, typed)).slice(0, MOST);
  // What stands there already needs no finishing.
  if (values.length === 1 && values[0]?.value.toLowerCase() === typed.toLowerCase()) return [];
  return values.map(({ value, note }) => ({
    label: [{ text: `${minus}${name}:${value}`, match: false }],
    note,
    value: applyCompletion(text, completion, name, value),
  }));
}

type Value = { value: string; note?: string };

async function valuesOf(ctx: PersonCtx, name: OperatorName, typed: string): Promise<Value[]> {
  const t = translator(ctx.locale);
  const word = typed.toLowerCase();
  const fixed = fixedValues(name);
  if (fixed)
    return fixed
      .filter((value) => value.startsWith(word))
      .map((value) => ({ value, note: t(`search:value.${name === "after" ? "before" : name}.${value}`) }));
  if (name === "tag") return (await suggestTags(ctx, typed)).map((value) => ({ value }));
  if (name === "org") return people(ctx, "organization", typed);
  if (name === "from") {
    const contacts = await suggestContacts(ctx, typed);
    const byAddress = contacts.map(({ address, name }) => ({ value: address, note: name }));
    const byName = (await people(ctx, "contact", typed)).filter(
      ({ note }) => !byAddress.some((one) => one.value === note),
    );
    return [
      ...self("me", word),
      ...byAddress,
      ...byName.map(({ value, note }) => ({ value: note ?? value, note: value })),
    ];
  }
  const choices = await getDeskChoices(ctx);
  const all = name === "queue" ? choices.queues : name === "type" ? choices.types : choices.agents;
  const ids = new Set(typed ? named(all, typed) : all.map(({ id }) => id));
  const values = all.filter(({ id }) => ids.has(id)).map(({ name }) => ({ value: name }));
  return name === "to" ? [...self("me", word), ...self("none", word), ...values] : values;

  function self(value: "me" | "none", typed: string): Value[] {
    return value.startsWith(typed) ? [{ value, note: t(`search:value.to.${value}`) }] : [];
  }
}

/** Customers and organizations whose name begins so, with their address or domain. */
async function people(ctx: PersonCtx, kind: "contact" | "organization", typed: string): Promise<Value[]> {
  if (!typed.trim()) return [];
  const { hits } = await searchIndex(ctx, { text: typed, kinds: [kind], limit: MOST, prefix: true });
  return hits.map(({ title, data }) => {
    const note = data.address ?? data.domain;
    return { value: title.map(({ text }) => text).join(""), note: typeof note === "string" && note ? note : undefined };
  });
}
