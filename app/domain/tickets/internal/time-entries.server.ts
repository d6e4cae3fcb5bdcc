import { dayIn, instantOn } from "~/domain/sla/contract-period";
import { drawContract } from "~/domain/sla/draw-contract.server";
import type { TimeForm } from "~/domain/sla/time-entry-schema";
import { measured } from "~/domain/sla/timer";
import { invalid, notFound } from "~/lib/errors";
import type { Ctx, PersonActor } from "~/platform/ctx.server";
import { touch } from "~/platform/live.server";
import { visibleTickets } from "../visible.server";

export type HeldEntry = {
  id: string;
  ticketId: string;
  number: number;
  personId: string;
  contractId: string | null;
  startedAt: Date;
  endedAt: Date | null;
  seconds: number;
  billable: boolean;
  note: string;
  version: number;
};

/** Starts, stops and typed entries of one person follow one another: there is never more than one timer. */
export async function lockTimer(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`timer ${personId}`}, 0))`;
}

/** The person's running timer, held. */
export async function findRunning(ctx: Ctx, personId: string): Promise<HeldEntry | null> {
  const [row] = await ctx.db.$queryRaw<HeldEntry[]>`
    select e.id, e.ticket_id as "ticketId", t.number, e.person_id as "personId", e.contract_id as "contractId",
      e.started_at as "startedAt", e.ended_at as "endedAt", e.seconds, e.billable, e.note, e.version
    from time_entry e join ticket t on t.id = e.ticket_id
    where e.person_id = ${personId}::uuid and e.ended_at is null for no key update of e`;
  return row ?? null;
}

/** An entry of a ticket that the actor sees, held, or 404. */
export async function lockEntry(ctx: Ctx, actor: PersonActor, number: number, entryId: string): Promise<HeldEntry> {
  const [row] = await ctx.db.$queryRaw<HeldEntry[]>`
    select e.id, e.ticket_id as "ticketId", t.number, e.person_id as "personId", e.contract_id as "contractId",
      e.started_at as "startedAt", e.ended_at as "endedAt", e.seconds, e.billable, e.note, e.version
    from time_entry e join ticket t on t.id = e.ticket_id
    where e.id = ${entryId}::uuid and t.number = ${number}::int and ${visibleTickets(actor, { deleted: "with" })}
    for no key update of e`;
  if (!row) throw notFound();
  return row;
}

/** Ends a running timer as measured: the rate of now is kept with it, and its contract is drawn from. */
export async function endEntry(ctx: Ctx, entry: HeldEntry): Promise<number> {
  const seconds = measured(entry.startedAt, ctx.now);
  const endedAt = ctx.now > entry.startedAt ? ctx.now : entry.startedAt;
  await ctx.db.$executeRaw`
    update time_entry e set ended_at = ${endedAt}, seconds = ${seconds}, version = version + 1,
      rate = coalesce((select hourly_rate from agent_profile where person_id = e.person_id), 0)
    where id = ${entry.id}::uuid`;
  await drawTime(ctx, { ...entry, seconds });
  touch(ctx, `ticket:${entry.ticketId}`);
  return seconds;
}

/** What a finished entry takes from its contract: its seconds when billable, else nothing. */
export async function drawTime(
  ctx: Ctx,
  {
    id,
    ticketId,
    contractId,
    billable,
    seconds,
  }: Pick<HeldEntry, "id" | "ticketId" | "contractId" | "billable" | "seconds">,
): Promise<void> {
  if (!contractId) return;
  if (billable && seconds > 0) await drawContract(ctx, { contractId, ticketId, timeEntryId: id, seconds });
  else await ctx.db.contractDraw.deleteMany({ where: { timeEntryId: id } });
}

/** Today's time ends now; another day's stands at noon, so that it is that day in every near zone. */
export function stretchOf(ctx: Ctx, { on, spent }: Pick<TimeForm, "on" | "spent">): { startedAt: Date; endedAt: Date } {
  const today = dayIn(ctx.timeZone, ctx.now);
  if (on > today) throw invalid("common:error.checkFields", { on: "contracts:error.future" });
  const startedAt = on === today ? new Date(ctx.now.getTime() - spent * 1_000) : instantOn(on, "12:00", ctx.timeZone);
  return { startedAt, endedAt: new Date(startedAt.getTime() + spent * 1_000) };
}
