import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import type { PolicyRules } from "../schema";

const GONE = {
  calendar: "sla:policy.error.calendarGone",
  queue: "sla:policy.error.queueGone",
  person: "sla:policy.error.personGone",
  type: "sla:policy.error.typeGone",
  organization: "sla:policy.error.organizationGone",
  contract: "sla:policy.error.contractGone",
} as const;
type Thing = keyof typeof GONE;
type Reference = { thing: Thing; id: string; field: string };

/**
 * What the rules name that is deleted, archived or never was: field of the rules -> i18n key. Holds the calendar against
 * being archived meanwhile.
 */
export async function checkReferences(ctx: Ctx, rules: PolicyRules): Promise<Record<string, string>> {
  const references = listReferences(rules);
  if (!references.length) return {};
  if (rules.calendarId) await ctx.db.$queryRaw`select 1 from calendar where id = ${rules.calendarId}::uuid for share`;
  const named = references.filter(({ id }) => isId(id));
  const rows = await ctx.db.$queryRaw<{ thing: Thing; id: string }[]>`
    select distinct asked.thing, asked.id from unnest(${named.map(({ thing }) => thing)}::text[], ${named.map(({ id }) => id)}::uuid[]) as asked (thing, id)
    where case asked.thing
      when 'calendar' then exists (select from calendar x where x.id = asked.id and x.archived_at is null)
      when 'queue' then exists (select from queue x where x.id = asked.id and x.archived_at is null)
      when 'person' then exists (select from person x where x.id = asked.id and x.role <> 'customer' and x.deactivated_at is null)
      when 'type' then exists (select from request_type x where x.id = asked.id and x.archived_at is null)
      when 'organization' then exists (select from organization x where x.id = asked.id)
      when 'contract' then exists (select from contract x where x.id = asked.id and x.archived_at is null)
    end`;
  const alive = new Set(rows.map(({ thing, id }) => `${thing} ${id}`));
  return Object.fromEntries(
    references.filter(({ thing, id }) => !alive.has(`${thing} ${id}`)).map(({ thing, field }) => [field, GONE[thing]]),
  );
}

const CONDITION_FACTS = new Set<string>(["queue", "type", "organization", "contract"] satisfies Thing[]);

function listReferences({ calendarId, conditions, ladder }: PolicyRules): Reference[] {
  const found: Reference[] = calendarId ? [{ thing: "calendar", id: calendarId, field: "calendarId" }] : [];
  for (const group of ["all", "any", "none"] as const)
    conditions[group].forEach(({ fact, values }, i) => {
      if (CONDITION_FACTS.has(fact))
        for (const id of values) found.push({ thing: fact as Thing, id, field: `conditions.${group}.${i}.values` });
    });
  ladder.forEach(({ actions }, i) =>
    actions.forEach((action, j) => {
      const field = `ladder.${i}.actions.${j}`;
      if (action.do === "reroute") found.push({ thing: "queue", id: action.queueId, field: `${field}.queueId` });
      if (action.do === "notify" && action.who.length === 36)
        found.push({ thing: "person", id: action.who, field: `${field}.who` });
    }),
  );
  return found;
}
