import { notFound } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./organization-events";
import { assertManagesOrganizations } from "./organization-policy";
import type { AssetForm } from "./organization-schema";

/** A product that an organization has from now on. */
export function createAsset(ctx: Ctx, organizationId: string, form: AssetForm): Promise<{ assetId: string }> {
  assertManagesOrganizations(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const owner = await ctx.db.organization.findUnique({ where: { id: organizationId }, select: { id: true } });
    if (!owner) throw notFound();
    const assetId = newId(ctx.now.getTime());
    await ctx.db.asset.create({
      data: { id: assetId, organizationId, createdAt: ctx.now, ...form },
      select: { id: true },
    });
    await recordEvent(ctx, "asset.created", {}, { assetId, organizationId });
    return { assetId };
  });
}
