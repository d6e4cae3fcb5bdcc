import { costOf } from "~/domain/sla/time-entry-duration";
import type { TimeEntryView } from "~/domain/sla/time-entry-views";
import { measured } from "~/domain/sla/timer";
import type { PersonActor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { visibleCost } from "./visible-costs.server";

/** An entry as a row, or inside a JSON list with its instants as text. */
export type EntryRow = {
  id: string;
  personId: string;
  personName: string;
  startedAt: Date | string;
  endedAt: Date | string | null;
  seconds: number;
  billable: boolean;
  note: string;
  /** Null for who may not know what it cost. */
  rate: number | null;
  currency: string;
  version: number;
  contractId: string | null;
  contractNumber: string | null;
  draws: boolean;
};

/** The columns of EntryRow as the actor may see them and where they come from, entries as `e`. */
export const entryColumns = (actor: PersonActor): Prisma.Sql => Prisma.sql`
  e.id, e.person_id as "personId", p.name as "personName", e.started_at as "startedAt", e.ended_at as "endedAt",
  e.seconds, e.billable, e.note, case when ${visibleCost(actor, Prisma.sql`e.person_id`)} then e.rate end as rate, e.currency, e.version, e.contract_id as "contractId",
  c.number as "contractNumber", coalesce(c.unit = 'hours' and e.billable, false) as draws
  from time_entry e join person p on p.id = e.person_id left join contract c on c.id = e.contract_id`;

export function entryView(row: EntryRow, actor: PersonActor, now: Date): TimeEntryView {
  const startedAt = new Date(row.startedAt);
  return {
    id: row.id,
    person: { id: row.personId, name: row.personName },
    startedAt,
    endedAt: row.endedAt === null ? null : new Date(row.endedAt),
    seconds: row.endedAt === null ? measured(startedAt, now) : row.seconds,
    billable: row.billable,
    note: row.note,
    cost: row.rate === null ? null : row.endedAt === null ? 0 : costOf(row.rate, row.seconds),
    currency: row.currency,
    version: row.version,
    contract: row.contractId ? { id: row.contractId, number: row.contractNumber ?? "", draws: row.draws } : null,
    mine: row.personId === actor.personId || actor.role === "administrator",
  };
}
