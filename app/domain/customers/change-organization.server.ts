import { invalid, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import "./organization-events";
import { assertManagesOrganizations } from "./organization-policy";
import type { OrganizationForm } from "./organization-schema";

/** Changes an organization. Its contacts stay whatever domain they write from. */
export function changeOrganization(ctx: Ctx, organizationId: string, form: OrganizationForm): Promise<void> {
  assertManagesOrganizations(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    // Changes of organizations follow one another, so that two cannot take the same domain.
    await ctx.db.$executeRaw`lock table organization in share row exclusive mode`;
    const rows = await ctx.db.$queryRaw<(OrganizationForm & { id: string })[]>`
      select id, name, domain, sharing, region from organization
      where id = ${organizationId}::uuid or domain = ${form.domain} order by id for update`;
    const before = rows.find(({ id }) => id === organizationId);
    if (!before) throw notFound();
    if (rows.length > 1) throw invalid("common:error.checkFields", { domain: "contracts:error.domainTaken" });
    const fields = (Object.keys(form) as (keyof OrganizationForm)[]).filter((key) => before[key] !== form[key]);
    if (!fields.length) return;
    await ctx.db.organization.updateMany({ where: { id: organizationId }, data: form });
    await recordEvent(ctx, "organization.changed", {}, { organizationId, fields });
    markChanged(ctx, "organization", organizationId);
  });
}
