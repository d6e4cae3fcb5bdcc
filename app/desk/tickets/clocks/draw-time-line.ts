import { offsetsAround } from "~/domain/calendars/time-zone";
import type { ClockExplanation } from "~/domain/sla/views";

type Segment = ClockExplanation["segments"][number];

/** A stretch on the line; `x` and `width` in percent, `used` the working seconds up to its end. */
export type Stretch = Segment & { x: number; width: number; used: number; toCome: boolean; state: string | null };
/** A change of the wall clock, by so many seconds forward or (negative) back. */
export type ClockChange = { at: Date; x: number; by: number };
export type TimeLine = {
  from: Date;
  to: Date;
  timeZone: string;
  stretches: Stretch[];
  ticks: { at: Date; x: number }[];
  /** Whether ticks are days rather than hours. */
  daily: boolean;
  changes: ClockChange[];
  dueX: number | null;
  nowX: number | null;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST_TICKS = 5;
const STEPS = [1, 2, 3, 6, 12, 24, 48, 7 * 24, 14 * 24, 28 * 24, 91 * 24, 182 * 24, 365 * 24].map((h) => h * HOUR);

/** Lays a clock's stretches out to scale: from its start to its end or due time, whichever is later. */
export function drawTimeLine({ clock, segments, pauses }: ClockExplanation, now: Date, timeZone: string): TimeLine {
  const from = clock.startedAt.getTime();
  const running = clock.state === "running" || clock.state === "breached" || clock.state === "paused";
  const ends = [segments.at(-1)?.to, clock.dueAt, running ? now : clock.metAt];
  const to = Math.max(from + 1_000, ...ends.map((at) => at?.getTime() ?? 0));
  const x = (at: Date | number) => ((Number(at) - from) / (to - from)) * 100;
  const cut = running ? segments.flatMap((segment) => cutAt(segment, now)) : segments;
  let used = 0;
  const stretches = cut.map((segment) => {
    if (segment.kind === "working") used += segment.seconds;
    const toCome = running && segment.from >= now;
    const width = x(segment.to) - x(segment.from);
    return { ...segment, x: x(segment.from), width, used, toCome, state: stateOf(segment, pauses) };
  });
  const step = STEPS.find((size) => (to - from) / size <= MOST_TICKS) ?? STEPS.at(-1)!;
  return {
    from: new Date(from),
    to: new Date(to),
    timeZone,
    stretches,
    ticks: ticksOf(from, to, step, timeZone).map((at) => ({ at: new Date(at), x: x(at) })),
    daily: step >= DAY,
    changes: changesOf(from, to, timeZone).map(({ at, by }) => ({ at: new Date(at), x: x(at), by })),
    dueX: clock.dueAt ? x(clock.dueAt) : null,
    nowX: running && now.getTime() > from ? x(now) : null,
  };
}

/** What has been and what is to come are two stretches. */
function cutAt(segment: Segment, now: Date): Segment[] {
  if (segment.from >= now || segment.to <= now) return [segment];
  // Clocks count whole seconds.
  const done = Math.min(
    segment.seconds,
    Math.floor(now.getTime() / 1_000) - Math.floor(segment.from.getTime() / 1_000),
  );
  return [
    { ...segment, to: now, seconds: done },
    { ...segment, from: now, seconds: segment.seconds - done },
  ];
}

function stateOf(segment: Segment, pauses: ClockExplanation["pauses"]): string | null {
  if (segment.kind !== "paused") return null;
  // Stretches lie on whole seconds, pauses begin within them.
  const pause = pauses.find(({ from, to }) => from < segment.to && (to === null || to > segment.from));
  return pause?.state ?? null;
}

const offsetAt = (at: number, timeZone: string): number => {
  const { starts, offsets } = offsetsAround(timeZone, new Date(at).getUTCFullYear());
  const index = starts.findLastIndex((start) => start * 1_000 <= at);
  return (offsets[index] ?? 0) * 1_000;
};

/** Instants at which the zone's wall clock shows a round time. */
function ticksOf(from: number, to: number, step: number, timeZone: string): number[] {
  const first = Math.ceil((from + offsetAt(from, timeZone)) / step) * step;
  const count = Math.floor((to - from) / step) + 2;
  return Array.from({ length: count }, (_, n) => {
    const local = first + n * step;
    const about = local - offsetAt(local, timeZone);
    return local - offsetAt(about, timeZone);
  }).filter((at) => at >= from && at <= to);
}

function changesOf(from: number, to: number, timeZone: string): { at: number; by: number }[] {
  const found = new Map<number, number>();
  for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) {
    const { starts, offsets } = offsetsAround(timeZone, year);
    starts.forEach((start, i) => {
      const at = start * 1_000;
      if (i > 0 && at > from && at < to) found.set(at, (offsets[i] ?? 0) - (offsets[i - 1] ?? 0));
    });
  }
  return [...found].map(([at, by]) => ({ at, by })).sort((a, b) => a.at - b.at);
}
