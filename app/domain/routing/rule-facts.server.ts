import { isWorking } from "~/domain/calendars/is-working";
import { rememberCalendar } from "~/domain/calendars/remember-calendar";
import type { CalendarRules } from "~/domain/calendars/schema";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { Alive } from "./apply-rules";
import { getRules } from "./get-rules.server";
import { listReferences } from "./rule-references";
import type { RuleSet } from "./rules";

type Named = { queue: string[]; person: string[]; skill: string[]; calendar: string[] };
type Cached = { key: string; set: RuleSet; named: Named };

/** The newest rules that this process has met. A version's rules never change; the time of saving tells databases apart. */
let newest: Cached | null = null;
const NOTHING: Named = { queue: [], person: [], skill: [], calendar: [] };

/** What `ruleFacts` reads: which rules are the newest, and what of the things they name is in use. */
export type RuleFacts = {
  /** Whose names were looked up: the rules known when the statement was made. */
  asked: string;
  version: number;
  savedAt: string;
  queues: string[];
  people: string[];
  skills: string[];
  calendars: { id: string; versionId: string; rules: CalendarRules }[];
};

/**
 * The newest version of the rules with what the rules known so far name and is in use, as a JSON value of a statement
 * (RuleFacts, null while there are no rules): opening a ticket asks nothing more.
 */
export function ruleFacts(known: Cached | null = newest): Prisma.Sql {
  const { queue, person, skill, calendar } = known?.named ?? NOTHING;
  const list = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(r.one), '[]') from (${rows}) r)`;
  return Prisma.sql`(
    select json_build_object('asked', ${known?.key ?? ""}::text, 'version', s.version, 'savedAt', s.at,
      'queues', ${list(Prisma.sql`select id as one from queue where id = any(${queue}::uuid[]) and archived_at is null`)},
      'people', ${list(Prisma.sql`select id as one from person
        where id = any(${person}::uuid[]) and role <> 'customer' and deactivated_at is null`)},
      'skills', ${list(Prisma.sql`select id as one from skill where id = any(${skill}::uuid[]) and archived_at is null`)},
      'calendars', ${list(Prisma.sql`select json_build_object('id', c.id, 'versionId', v.id, 'rules', v.rules) as one
        from calendar c join calendar_version v on v.calendar_id = c.id and v.version = c.version
        where c.id = any(${calendar}::uuid[]) and c.archived_at is null`)})
    from rule_set s order by s.version desc limit 1)`;
}

/** Rules ready to be applied at `ctx.now`: what may be given, and which of the calendars they name are open. */
export type ReadyRules = { set: RuleSet; alive: Alive; openCalendarIds: string[] };

/** Makes the rules ready from what the statement read; a process that meets a version for the first time reads it once. */
export async function readyRules(ctx: Ctx, read: RuleFacts): Promise<ReadyRules> {
  const key = `${read.version} ${new Date(read.savedAt).getTime()}`;
  const known = newest?.key === key ? newest : cached(key, await getRules(ctx, read.version));
  newest = known;
  const facts = read.asked === key ? read : await readFacts(ctx, known);
  return {
    set: known.set,
    alive: { queues: new Set(facts.queues), people: new Set(facts.people), skills: new Set(facts.skills) },
    openCalendarIds: facts.calendars
      .filter(({ versionId, rules }) =>
        isWorking(
          rememberCalendar(versionId, () => rules),
          ctx.now,
        ),
      )
      .map(({ id }) => id),
  };
}

async function readFacts(ctx: Ctx, known: Cached): Promise<RuleFacts> {
  const [row] = await ctx.db.$queryRaw<[{ facts: RuleFacts }]>(Prisma.sql`select ${ruleFacts(known)} as facts`);
  return row.facts;
}

function cached(key: string, set: RuleSet): Cached {
  const references = set.rules.flatMap(listReferences);
  const ids = (kind: keyof Named) => [...new Set(references.filter((r) => r.kind === kind).map(({ id }) => id))];
  const named = { queue: ids("queue"), person: ids("person"), skill: ids("skill"), calendar: ids("calendar") };
  return { key, set, named };
}
