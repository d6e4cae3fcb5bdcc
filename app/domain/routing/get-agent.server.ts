import { notFound } from "~/lib/errors";
import { contentMark } from "~/lib/content-mark.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { assertPlansFor } from "./assert-plans-for.server";
import { showPeriod } from "./absence-period";
import type { AgentState } from "./agent-views";
import { readAgents } from "./internal/agent-rows.server";
import { zoneOf } from "./internal/zone-of.server";

export type AbsenceView = {
  id: string;
  from: Date;
  to: Date;
  /** The same on the person's clocks, as it is typed. */
  typed: ReturnType<typeof showPeriod>;
  standIn: { id: string; name: string } | null;
  note: string;
};

export type AgentDetails = AgentState & {
  /** The zone of the person's own clocks, in which absences are typed. */
  timeZone: string;
  calendarId: string | null;
  hourlyRate: number;
  /** Those that are not over, soonest first. */
  absences: AbsenceView[];
  /** Tickets in hand that others could take over. */
  inHand: number;
  /** Names this state of the profile; a form sends it back. */
  mark: string;
};

const CAP = 1000;

/** One active member of staff: for administrators, the lead of a team of theirs, and the person. */
export async function getAgent(ctx: Ctx, personId: string): Promise<AgentDetails> {
  await assertPlansFor(ctx, personId, { own: true });
  const [agent] = await readAgents(ctx, Prisma.sql`select ${personId}::uuid`);
  if (!agent) throw notFound();
  const timeZone = await zoneOf(ctx, personId);
  const profile = await ctx.db.agentProfile.findUnique({
    where: { personId },
    select: { calendarId: true, hourlyRate: true },
  });
  const absences = await ctx.db.absence.findMany({
    where: { personId, to: { gt: ctx.now } },
    orderBy: { from: "asc" },
    select: { id: true, from: true, to: true, note: true, standIn: { select: { id: true, name: true } } },
  });
  const calendarId = profile?.calendarId ?? null;
  const hourlyRate = profile?.hourlyRate ?? 0;
  return {
    ...agent,
    timeZone,
    calendarId,
    hourlyRate,
    absences: absences.map((absence) => ({ ...absence, typed: showPeriod(absence, timeZone) })),
    inHand: await countInHand(ctx, personId),
    mark: profileMark({ ...agent, calendarId, hourlyRate }),
  };
}

type Content = Pick<AgentDetails, "capacity" | "languages" | "regions" | "calendarId" | "hourlyRate" | "skills">;

/** Equal for equal profiles. */
const profileMark = ({ capacity, languages, regions, calendarId, hourlyRate, skills }: Content): string =>
  contentMark([
    capacity,
    languages,
    regions,
    calendarId,
    hourlyRate,
    skills.map(({ id, level }) => `${id}:${level}`).toSorted(),
  ]);

async function countInHand(ctx: Ctx, personId: string): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select 1 from ticket where assignee_id = ${personId}::uuid and deleted_at is null and state in ('new', 'open')
      limit ${CAP}) c`;
  return row?.count ?? 0;
}
