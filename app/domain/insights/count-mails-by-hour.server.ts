import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import {
  type MailFigures,
  type MailIn,
  type MailOut,
  MAILS_IN,
  MAILS_OUT,
  type MailSlot,
  type MailSpan,
} from "./mail-figures";

/** More mails of either direction than this are not counted on a screen. */
const CAP = 200_000;
const HOUR_MS = 3_600_000;
const HOURS = { day: 24, week: 7 * 24 };

type Row = { at: Date; kind: string; count: number };

/**
 * Mails in by what became of them and out by how they stand: of the last 24 hours by hour, of the last seven days by day
 * and by hour, in the reader's zone. Two statements over the newest mails by index.
 */
export async function countMailsByHour(ctx: Ctx, span: MailSpan): Promise<MailFigures> {
  assertAdministers(ctx.actor);
  const from = new Date(ctx.now.getTime() - HOURS[span] * HOUR_MS);
  const incoming = await ctx.db.$queryRaw<Row[]>`
    with newest as (
      select received_at, stage, outcome from inbound_mail where received_at > ${from} order by received_at desc limit ${CAP}
    )
    select date_trunc('hour', received_at, ${ctx.timeZone}) as at, (${KIND_IN}) as kind, count(*)::int as count
    from newest group by 1, 2`;
  const outgoing = await ctx.db.$queryRaw<Row[]>`
    with newest as (
      select created_at, state from outbound_mail where created_at > ${from} order by created_at desc limit ${CAP}
    )
    select date_trunc('hour', created_at, ${ctx.timeZone}) as at, (${KIND_OUT}) as kind, count(*)::int as count
    from newest group by 1, 2`;

  const hours = hoursBack(ctx.now, HOURS[span]).map((at) => slotOf(at, incoming, outgoing));
  const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    slots: span === "day" ? hours : byDay(hours, ctx.timeZone),
    hours: hours.map((slot) => ({ at: slot.at, in: total(slot.in), out: total(slot.out) })),
    since: latest(cappedAt(incoming), cappedAt(outgoing)),
  };
}

const KIND_IN = Prisma.sql`case
  when stage = 'held' then 'held'
  when stage = 'failed' or outcome = 'unreadable' then 'failed'
  when outcome in ('opened', 'linked') then 'opened'
  when outcome = 'joined' then 'joined'
  when outcome in ('bounce', 'feedback') then 'bounce'
  when outcome is null then 'waiting'
  else 'other' end`;

const KIND_OUT = Prisma.sql`case
  when state in ('queued', 'sending', 'deferred') then 'waiting'
  when state in ('failed', 'bounced') then 'failed'
  when state = 'suppressed' then 'suppressed'
  else 'sent' end`;

/** The beginnings of the last hours, newest first. Zones differ by quarters of an hour. */
function hoursBack(now: Date, count: number): Date[] {
  const newest = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  return Array.from({ length: count }, (_, i) => new Date(newest - i * HOUR_MS));
}

function slotOf(at: Date, incoming: readonly Row[], outgoing: readonly Row[]): MailSlot {
  const of = <K extends string>(kinds: readonly K[], rows: readonly Row[]) => {
    const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<K, number>;
    for (const row of rows)
      if (Math.floor(row.at.getTime() / HOUR_MS) * HOUR_MS === at.getTime()) counts[row.kind as K] += row.count;
    return counts;
  };
  return { at, in: of<MailIn>(MAILS_IN, incoming), out: of<MailOut>(MAILS_OUT, outgoing) };
}

/** Days begin at midnight of the reader's zone; each is named by its last hour. */
function byDay(hours: readonly MailSlot[], timeZone: string): MailSlot[] {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone });
  const days = new Map<string, MailSlot>();
  for (const hour of hours) {
    const name = day.format(hour.at);
    const sum = days.get(name);
    if (!sum) {
      days.set(name, { at: hour.at, in: { ...hour.in }, out: { ...hour.out } });
      continue;
    }
    for (const kind of MAILS_IN) sum.in[kind] += hour.in[kind];
    for (const kind of MAILS_OUT) sum.out[kind] += hour.out[kind];
  }
  return [...days.values()];
}

function cappedAt(rows: readonly Row[]): Date | null {
  const counted = rows.reduce((sum, { count }) => sum + count, 0);
  return counted < CAP ? null : new Date(Math.min(...rows.map(({ at }) => at.getTime())));
}

const latest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other);
