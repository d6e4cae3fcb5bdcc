import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { CoveredAsset } from "./contract-views";
import { assertAdministers } from "./policy";

export type CoverChoices = {
  policies: { id: string; name: string }[];
  /** The organizations named by id, then those found, each by name. */
  organizations: { id: string; name: string }[];
  /** Assets of the named organizations, at most 200; those named by id always. */
  assets: CoveredAsset[];
};

const list = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`;

/** What a contract's form offers: policies in use, chosen and found organizations (`q` in name or domain), their assets. */
export async function listCoverChoices(
  ctx: Ctx,
  { organizationIds, assetIds, q }: { organizationIds: string[]; assetIds: string[]; q: string },
): Promise<CoverChoices> {
  assertAdministers(ctx.actor);
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const [choices] = await ctx.db.$queryRaw<[CoverChoices]>`
    select
      ${list(Prisma.sql`select id, name from sla_policy where archived_at is null order by position, id`)} as policies,
      ${list(Prisma.sql`(select o.id, o.name from organization o where o.id = any(${organizationIds}::uuid[]) order by o.name, o.id)
        union all (select o.id, o.name from organization o where ${q !== ""} and o.id <> all(${organizationIds}::uuid[])
          and (o.name ilike ${like} or o.domain ilike ${like}) order by o.name, o.id limit 20)`)} as organizations,
      ${list(Prisma.sql`(select a.id, a.name, a.serial, o.name as organization from asset a left join organization o on o.id = a.organization_id
          where a.id = any(${assetIds}::uuid[]) order by a.name, a.id)
        union all (select a.id, a.name, a.serial, o.name from asset a join organization o on o.id = a.organization_id
          where o.id = any(${organizationIds}::uuid[]) and a.archived_at is null and a.id <> all(${assetIds}::uuid[])
          order by o.name, a.name, a.id limit 200)`)} as assets`;
  return choices;
}
