import type { CompiledCalendar } from "~/domain/calendars/compile-calendar";
import { isWorking } from "~/domain/calendars/is-working";
import type { AgentPresence } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { prepared } from "~/platform/prepared.server";
import { Prisma } from "~/platform/db.server";
import type { Candidate } from "./choose-assignee";
import { EFFECTIVE_HOURS } from "./internal/effective-hours.server";
import { readCalendars } from "./internal/read-calendars.server";
import { foldRegion } from "./fold-region";

/** A candidate whose load and turn the caller moves on with each decision. */
export type RosterCandidate = Candidate & { hours: CompiledCalendar; absentUntil: Date | null };

type Row = {
  personId: string;
  member: boolean;
  assignable: boolean;
  active: boolean;
  lastAssignedAt: Date | null;
  standsInFor: string[] | null;
  presence: AgentPresence;
  capacity: number;
  load: number;
  absentUntil: Date | null;
  languages: string[];
  regions: string[];
  skills: Record<string, number> | null;
  versionId: string | null;
};

/**
 * Everybody who may get a ticket of the queue, in order of person: its members, and who stands in now for one of them.
 * Their profiles are held until the transaction ends, so that places are given to one ticket each; whoever holds tickets
 * as well has locked those before. At most three statements.
 */
export async function lockRoster(ctx: Ctx, queueId: string): Promise<RosterCandidate[]> {
  await ctx.db.$executeRaw(prepared(profilesFor(ctx, queueId)));
  const rows = await ctx.db.$queryRaw<Row[]>(prepared(statement(ctx, queueId)));
  const calendarOf = await readCalendars(
    ctx,
    rows.map(({ versionId }) => versionId),
  );
  return rows.map((row) => rosterCandidate(ctx, row, calendarOf(row.versionId)));
}

/** Spelt out, so that all have one shape: decisions read hundreds of them hundreds of times. */
const rosterCandidate = (ctx: Ctx, row: Row, hours: CompiledCalendar): RosterCandidate => ({
  personId: row.personId,
  standsInFor: row.standsInFor ?? [],
  member: row.member,
  active: row.active,
  assignable: row.assignable,
  presence: row.presence,
  onHours: isWorking(hours, ctx.now),
  absent: row.absentUntil !== null,
  capacity: row.capacity,
  load: row.load,
  skills: new Map(Object.entries(row.skills ?? {})),
  languages: row.languages,
  regions: row.regions.map(foldRegion),
  lastAssignedAt: row.lastAssignedAt?.getTime() ?? null,
  hours,
  absentUntil: row.absentUntil,
});

const MEMBERS = (now: Date, queueId: string) => Prisma.sql`
  member as (
    select m.person_id, m.assignable, m.last_assigned_at from queue_member m where m.queue_id = ${queueId}::uuid
  ), standing_in as (
    select ab.stand_in_id as person_id, array_agg(ab.person_id order by ab.person_id) as stands_in_for,
      bool_or(m.assignable) as assignable, min(m.last_assigned_at) as last_assigned_at
    from member m join absence ab on ab.person_id = m.person_id
    where ab.stand_in_id is not null and ab."from" <= ${now}::timestamptz and ab."to" > ${now}::timestamptz
    group by ab.stand_in_id
  ), roster as (
    select coalesce(m.person_id, s.person_id) as person_id, m.person_id is not null as member,
      coalesce(m.assignable, s.assignable) as assignable, s.stands_in_for,
      case when m.person_id is null then s.last_assigned_at else m.last_assigned_at end as last_assigned_at
    from member m full join standing_in s on s.person_id = m.person_id
  )`;

/** Who never had a profile is away. */
const profilesFor = (ctx: Ctx, queueId: string) => Prisma.sql`
  with ${MEMBERS(ctx.now, queueId)}
  insert into agent_profile (person_id, presence_at)
  select r.person_id, ${ctx.now}::timestamptz from roster r
  where not exists (select 1 from agent_profile a where a.person_id = r.person_id)
  on conflict do nothing`;

const statement = (ctx: Ctx, queueId: string) => Prisma.sql`
  with ${MEMBERS(ctx.now, queueId)}
  select a.person_id as "personId", r.member, r.assignable, p.deactivated_at is null and p.role <> 'customer' as active,
    r.last_assigned_at as "lastAssignedAt", r.stands_in_for as "standsInFor", a.presence, a.capacity, a.load,
    (select ab."to" from absence ab where ab.person_id = a.person_id
      and ab."from" <= ${ctx.now}::timestamptz and ab."to" > ${ctx.now}::timestamptz limit 1) as "absentUntil",
    case when cardinality(a.languages) > 0 then a.languages when p.locale is null then '{}' else array[p.locale] end as languages,
    coalesce(a.regions, '{}') as regions, (select jsonb_object_agg(s.skill_id, s.level) from agent_skill s where s.person_id = a.person_id) as skills,
    hours.version_id as "versionId"
  from roster r
  join agent_profile a on a.person_id = r.person_id
  join person p on p.id = a.person_id
  ${EFFECTIVE_HOURS}
  order by a.person_id
  for update of a`;
