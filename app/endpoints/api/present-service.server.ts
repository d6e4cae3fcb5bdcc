import type { z } from "zod";
import type { ContractDetails, ContractRow } from "~/domain/sla/contract-views";
import type { TimeEntryView } from "~/domain/sla/time-entry-views";
import type { ClockExplanation, ClockView } from "~/domain/sla/views";
import type * as schemas from "./service-schemas";

type Presented<S extends z.ZodType> = z.input<S>;
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentClock = (clock: ClockView): Presented<typeof schemas.clock> => ({
  ...clock,
  startedAt: clock.startedAt.toISOString(),
  dueAt: instant(clock.dueAt),
  warnAt: instant(clock.warnAt),
  metAt: instant(clock.metAt),
  breachedAt: instant(clock.breachedAt),
  closesAt: instant(clock.closesAt),
});

export const presentExplanation = (explained: ClockExplanation): Presented<typeof schemas.explanation> => ({
  clock: presentClock(explained.clock),
  segments: explained.segments.map((segment) => ({
    ...segment,
    from: segment.from.toISOString(),
    to: segment.to.toISOString(),
  })),
  pauses: explained.pauses.map((pause) => ({ ...pause, from: pause.from.toISOString(), to: instant(pause.to) })),
});

export const presentTimeEntry = (entry: TimeEntryView): Presented<typeof schemas.timeEntry> => {
  const { version: _version, mine: _mine, ...rest } = entry;
  return { ...rest, startedAt: entry.startedAt.toISOString(), endedAt: instant(entry.endedAt) };
};

export const presentContractRow = (row: ContractRow): Presented<typeof schemas.contractRow> => {
  const { startsAt: _startsAt, endsAt: _endsAt, ...rest } = row;
  return { ...rest, archivedAt: instant(row.archivedAt) };
};

export const presentContract = (details: ContractDetails): Presented<typeof schemas.contract> => {
  const { startsAt: _startsAt, endsAt: _endsAt, ...rest } = details;
  return { ...rest, archivedAt: instant(details.archivedAt) };
};
