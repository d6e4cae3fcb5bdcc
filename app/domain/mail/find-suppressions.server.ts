import { normaliseAddress } from "~/domain/identity/address";
import type { Ctx } from "~/platform/ctx.server";

export type SuppressedAddress = { address: string; reason: string; until: Date };

/** Of the addresses those that get no mail now, with why and until when. */
export async function findSuppressions(ctx: Ctx, addresses: readonly string[]): Promise<SuppressedAddress[]> {
  const wanted = [...new Set(addresses.flatMap((raw) => normaliseAddress(raw) ?? []))];
  if (!wanted.length) return [];
  return ctx.db.suppression.findMany({
    where: { address: { in: wanted }, until: { gt: ctx.now } },
    select: { address: true, reason: true, until: true },
    orderBy: { address: "asc" },
  });
}
