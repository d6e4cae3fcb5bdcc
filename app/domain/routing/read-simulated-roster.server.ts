import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { QueueFacts } from "./choose-assignee";
import { EFFECTIVE_HOURS } from "./internal/effective-hours.server";
import { readCalendars } from "./internal/read-calendars.server";
import { foldRegion } from "./fold-region";
import type { Priority } from "./priorities";
import type { SimulatedRoster } from "./simulate-assignments";

type QueueRow = QueueFacts & { id: string; members: { personId: string; assignable: boolean }[] };
type PersonRow = {
  id: string;
  active: boolean;
  capacity: number;
  languages: string[];
  regions: string[];
  skills: Record<string, number> | null;
  versionId: string | null;
};

/** The staff as it is now, for a simulation from `since` on; three statements, and one for calendars not met before. */
export async function readSimulatedRoster(ctx: Ctx, since: Date): Promise<SimulatedRoster> {
  const queues = await ctx.db.$queryRaw<QueueRow[]>`
    select q.id, q.assignment, q.last_agent as "lastAgent", q.language_fit as "languageFit", q.region_fit as "regionFit",
      (select coalesce(json_agg(json_build_object('personId', m.person_id, 'assignable', m.assignable) order by m.person_id), '[]')
        from queue_member m where m.queue_id = q.id) as members
    from queue q`;
  const people = await ctx.db.$queryRaw<PersonRow[]>(Prisma.sql`
    select p.id, p.deactivated_at is null and p.role <> 'customer' as active, a.capacity,
      case when cardinality(a.languages) > 0 then a.languages when p.locale is null then '{}' else array[p.locale] end as languages,
      coalesce(a.regions, '{}') as regions, (select jsonb_object_agg(s.skill_id, s.level) from agent_skill s where s.person_id = p.id) as skills,
      hours.version_id as "versionId"
    from agent_profile a join person p on p.id = a.person_id
    ${EFFECTIVE_HOURS}`);
  const [rest] = await ctx.db.$queryRaw<
    [
      {
        weights: Record<Priority, number>;
        absences: { personId: string; standInId: string | null; from: string; to: string }[];
      },
    ]
  >`
    select (select json_object_agg(priority, weight) from priority_weight) as weights,
      (select coalesce(json_agg(json_build_object('personId', person_id, 'standInId', stand_in_id, 'from', "from", 'to', "to")), '[]')
        from absence where "to" > ${since}) as absences`;
  const calendarOf = await readCalendars(
    ctx,
    people.map(({ versionId }) => versionId),
  );
  return {
    queues: new Map(queues.map(({ id, members, ...facts }) => [id, { facts, members }])),
    people: new Map(
      people.map(({ id, skills, regions, versionId, ...person }) => [
        id,
        {
          ...person,
          regions: regions.map(foldRegion),
          skills: new Map(Object.entries(skills ?? {})),
          hours: calendarOf(versionId),
        },
      ]),
    ),
    absences: rest.absences.map(({ from, to, ...absence }) => ({
      ...absence,
      from: new Date(from).getTime(),
      to: new Date(to).getTime(),
    })),
    weights: rest.weights,
  };
}
