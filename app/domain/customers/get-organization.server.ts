import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { assertManagesOrganizations } from "./organization-policy";

export type AssetRow = { id: string; name: string; serial: string; archivedAt: Date | null };
export type OrganizationDetails = {
  id: string;
  name: string;
  domain: string | null;
  sharing: "own" | "organization";
  region: string;
  /** Those in use first, each by name. */
  assets: AssetRow[];
  contracts: { id: string; number: string; name: string; endsAt: Date }[];
};

/** An organization with its assets and the contracts that name it, or 404. */
export async function getOrganization(ctx: Ctx, organizationId: string): Promise<OrganizationDetails> {
  assertManagesOrganizations(ctx.actor);
  const row = await ctx.db.organization.findUnique({
    where: { id: organizationId },
    select: {
      id: true,
      name: true,
      domain: true,
      sharing: true,
      region: true,
      assets: {
        select: { id: true, name: true, serial: true, archivedAt: true },
        orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
        take: 500,
      },
    },
  });
  if (!row) throw notFound();
  const contracts = await ctx.db.$queryRaw<OrganizationDetails["contracts"]>`
    select c.id, c.number, c.name, c.ends_at as "endsAt"
    from contract_organization co join contract c on c.id = co.contract_id
    where co.organization_id = ${organizationId}::uuid and c.archived_at is null order by c.ends_at desc, c.id limit 50`;
  return { ...row, contracts };
}
