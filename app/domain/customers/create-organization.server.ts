import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import "./organization-events";
import { assertManagesOrganizations } from "./organization-policy";
import type { OrganizationForm } from "./organization-schema";

/** A new organization. A domain belongs to one; contacts who write from it later join, those known already stay. */
export function createOrganization(ctx: Ctx, form: OrganizationForm): Promise<{ organizationId: string }> {
  assertManagesOrganizations(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const organizationId = newId(ctx.now.getTime());
    const { count } = await ctx.db.organization.createMany({
      data: [{ id: organizationId, createdAt: ctx.now, ...form }],
      skipDuplicates: true,
    });
    if (!count) throw invalid("common:error.checkFields", { domain: "contracts:error.domainTaken" });
    await recordEvent(ctx, "organization.created", {}, { organizationId });
    markChanged(ctx, "organization", organizationId);
    return { organizationId };
  });
}
