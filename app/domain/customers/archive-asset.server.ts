import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./organization-events";
import { assertManagesOrganizations } from "./organization-policy";

/** Takes a product out of every choice, or brings it back; tickets and contracts that have it keep it. */
export function archiveAsset(
  ctx: Ctx,
  organizationId: string,
  assetId: string,
  { restore = false }: { restore?: boolean } = {},
): Promise<void> {
  assertManagesOrganizations(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const [asset] = await ctx.db.$queryRaw<{ archivedAt: Date | null }[]>`
      select archived_at as "archivedAt" from asset
      where id = ${assetId}::uuid and organization_id = ${organizationId}::uuid for update`;
    if (!asset) throw notFound();
    if (Boolean(asset.archivedAt) !== restore) return;
    await ctx.db.asset.updateMany({ where: { id: assetId }, data: { archivedAt: restore ? null : ctx.now } });
    await recordEvent(ctx, restore ? "asset.restored" : "asset.archived", {}, { assetId });
  });
}
