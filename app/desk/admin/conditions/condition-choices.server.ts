import { listConditionChoices } from "~/domain/tickets/list-condition-choices.server";
import { type Channel, PRIORITIES, priorityCode } from "~/domain/tickets/states";
import type { PersonCtx } from "~/http/ctx.server";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import type { ConditionChoices } from "./choices";
import { BLOCKS, type RawConditions } from "./read-conditions";

const CHANNELS = ["portal", "mail", "agent", "api"] as const satisfies readonly Channel[];

/**
 * Everything that conditions may choose from, worded for the reader: the `choices` of `ConditionFields` and `ConditionWords`.
 * Organizations are many: give the conditions that are shown, so that theirs are among them.
 */
export async function conditionChoices(ctx: PersonCtx, used: readonly RawConditions[] = []): Promise<ConditionChoices> {
  const t = translator(ctx.locale);
  const named = await listConditionChoices(ctx, used.flatMap(valuesOf));
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return {
    channel: CHANNELS.map((value) => ({ value, label: t(`tickets:channel.${value}`) })),
    language: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    priority: PRIORITIES.map((value) => ({ value, label: `${priorityCode(value)} ${t(`tickets:priority.${value}`)}` })),
    queue: options(named.queues),
    type: options(named.types),
    organization: options(named.organizations),
    contract: options(named.contracts),
    time: options(named.calendars),
  };
}

/** Words for what these conditions name and nothing else, for readers who may not know every customer and contract. */
export async function namedChoices(ctx: PersonCtx, conditions: readonly RawConditions[]): Promise<ConditionChoices> {
  const named = new Set(conditions.flatMap(valuesOf));
  if (!named.size) return {};
  const offered = Object.entries(await conditionChoices(ctx, conditions));
  return Object.fromEntries(offered.map(([fact, list]) => [fact, list.filter(({ value }) => named.has(value))]));
}

const valuesOf = (conditions: RawConditions) => BLOCKS.flatMap((b) => conditions[b].flatMap(({ values }) => values));
