import type { ContractUnit } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { contractState, leftOf } from "../contract-state";
import type { ContractRow } from "../contract-views";
import { usedOf } from "../contract-sql.server";

type Stored = {
  key: Date;
  id: string;
  number: string;
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  policy: { id: string; name: string } | null;
  unit: ContractUnit;
  entitled: number;
  used: number;
  archivedAt: Date | null;
  organizations: { id: string; name: string }[];
  organizationCount: number;
  noticeDays: number[];
  notes: string;
  version: number;
};

/** Contracts chosen by the rest of a statement over `contract c`, with what was drawn. `named`: how many organizations. */
export async function readContractRows(ctx: Ctx, rest: Prisma.Sql, named: number): Promise<Stored[]> {
  return ctx.db.$queryRaw<Stored[]>`
    select c.ends_at as key, c.id, c.number, c.name, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
      c.time_zone as "timeZone", c.starts_at as "startsAt", c.ends_at as "endsAt", c.unit, c.entitled,
      ${usedOf(Prisma.sql`c`)} as used, c.archived_at as "archivedAt", c.notice_days as "noticeDays", c.notes, c.version,
      (select json_build_object('id', p.id, 'name', p.name) from sla_policy p where p.id = c.policy_id) as policy,
      (select count(*)::int from contract_organization co where co.contract_id = c.id) as "organizationCount",
      (select coalesce(json_agg(o), '[]') from (
        select o.id, o.name from contract_organization co join organization o on o.id = co.organization_id
        where co.contract_id = c.id order by o.name, o.id limit ${named}) o) as organizations
    from contract c ${rest}`;
}

export function contractRow(stored: Stored, now: Date): ContractRow & { key: Date } {
  const { noticeDays: _n, notes: _w, version: _v, ...row } = stored;
  return { ...row, left: leftOf(stored), state: contractState(stored, now) };
}
