import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { isWorking } from "~/domain/calendars/is-working";
import { rememberCalendar } from "~/domain/calendars/remember-calendar";
import type { CalendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { Alive } from "./apply-rules";
import { getRules } from "./get-rules.server";
import { listReferences } from "./rule-references";
import type { Rule, RuleSet } from "./rules";

type Named = { queue: string[]; person: string[]; skill: string[]; calendar: string[] };
type Cached = { key: string; set: RuleSet; named: Named };

/** The newest rules that this process has met. A version's rules never change; the time of saving tells databases apart. */
let newest: Cached | null = null;

/** What of the named things is in use. */
type Things = {
  queues: string[];
  people: string[];
  skills: string[];
  calendars: { id: string; versionId: string; rules: CalendarRules }[];
};

/** What `ruleFacts` reads: which rules are the newest, and what of the things they name is in use. */
export type RuleFacts = {
  /** Whose names were looked up: the rules known when the statement was made. */
  asked: string;
  version: number;
  savedAt: string;
  things: Things;
};

/**
 * The newest version of the rules with what the rules known so far name and is in use, as a JSON value of a statement
 * (RuleFacts, null while there are no rules): opening a ticket asks nothing more.
 */
export function ruleFacts(known: Cached | null = newest): Prisma.Sql {
  return Prisma.sql`(
    select json_build_object('asked', ${known?.key ?? ""}::text, 'version', s.version, 'savedAt', s.at,
      'things', ${thingsInUse(known?.named ?? namedBy([]))})
    from rule_set s order by s.version desc limit 1)`;
}

/** Rules ready to be applied at `ctx.now`: what may be given, and which of the calendars they name are open. */
export type ReadyRules = { set: RuleSet; alive: Alive; openCalendarIds: string[] };

/** Makes the rules ready from what the statement read; a process that meets a version for the first time reads it once. */
export async function readyRules(ctx: Ctx, read: RuleFacts): Promise<ReadyRules> {
  const key = `${read.version} ${new Date(read.savedAt).getTime()}`;
  const known = newest?.key === key ? newest : cached(key, await getRules(ctx, read.version));
  newest = known;
  const { alive, openAt } =
    read.asked === key ? usable(read.things) : await readThingsInUse(ctx, known.set.rules, known.named);
  return { set: known.set, alive, openCalendarIds: openAt(ctx.now) };
}

/** What rules may give and ask for: the things in use, and which of their calendars are open at a moment. */
export type UsableThings = { alive: Alive; openAt: (at: Date) => string[] };

/** What of the things that these rules name is in use, in one statement. */
export async function readThingsInUse(
  ctx: Ctx,
  rules: readonly Rule[],
  named: Named = namedBy(rules),
): Promise<UsableThings> {
  const [row] = await ctx.db.$queryRaw<[{ things: Things }]>(Prisma.sql`select ${thingsInUse(named)} as things`);
  return usable(row.things);
}

function thingsInUse({ queue, person, skill, calendar }: Named): Prisma.Sql {
  const list = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(r.one), '[]') from (${rows}) r)`;
  return Prisma.sql`json_build_object(
    'queues', ${list(Prisma.sql`select id as one from queue where id = any(${queue}::uuid[]) and archived_at is null`)},
    'people', ${list(Prisma.sql`select id as one from person
      where id = any(${person}::uuid[]) and role <> 'customer' and deactivated_at is null`)},
    'skills', ${list(Prisma.sql`select id as one from skill where id = any(${skill}::uuid[]) and archived_at is null`)},
    'calendars', ${list(Prisma.sql`select json_build_object('id', c.id, 'versionId', v.id, 'rules', v.rules) as one
      from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
      where c.id = any(${calendar}::uuid[]) and c.archived_at is null`)})`;
}

function usable({ queues, people, skills, calendars }: Things): UsableThings {
  const compiled: { id: string; calendar: CompiledCalendar }[] = calendars.map(({ id, versionId, rules }) => ({
    id,
    calendar: rememberCalendar(versionId, () => rules),
  }));
  return {
    alive: { queues: new Set(queues), people: new Set(people), skills: new Set(skills) },
    openAt: (at) => compiled.filter(({ calendar }) => isWorking(calendar, at)).map(({ id }) => id),
  };
}

const cached = (key: string, set: RuleSet): Cached => ({ key, set, named: namedBy(set.rules) });

function namedBy(rules: readonly Rule[]): Named {
  const references = rules.flatMap(listReferences);
  const ids = (kind: keyof Named) => [...new Set(references.filter((r) => r.kind === kind).map(({ id }) => id))];
  return { queue: ids("queue"), person: ids("person"), skill: ids("skill"), calendar: ids("calendar") };
}
