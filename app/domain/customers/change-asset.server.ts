import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./organization-events";
import { assertManagesOrganizations } from "./organization-policy";
import type { AssetForm } from "./organization-schema";

/** Renames an organization's product or corrects its serial number. */
export function changeAsset(ctx: Ctx, organizationId: string, assetId: string, form: AssetForm): Promise<void> {
  assertManagesOrganizations(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.$queryRaw<AssetForm[]>`
      select name, serial from asset where id = ${assetId}::uuid and organization_id = ${organizationId}::uuid for update`;
    if (!before) throw notFound();
    const fields = (["name", "serial"] as const).filter((field) => before[field] !== form[field]);
    if (!fields.length) return;
    await ctx.db.asset.updateMany({ where: { id: assetId }, data: form });
    await recordEvent(ctx, "asset.changed", {}, { assetId, fields });
  });
}
