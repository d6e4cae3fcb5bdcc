import type { Ctx } from "~/platform/ctx.server";

export type ApiTokenRow = {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  expired: boolean;
};

/** A person's tokens that were not revoked, newest first. */
export async function listApiTokens(ctx: Ctx, personId: string): Promise<ApiTokenRow[]> {
  const rows = await ctx.db.apiToken.findMany({
    where: { personId, revokedAt: null },
    orderBy: { id: "desc" },
    select: { id: true, name: true, createdAt: true, expiresAt: true, lastUsedAt: true },
    take: 200,
  });
  return rows.map((row) => ({ ...row, expired: row.expiresAt !== null && row.expiresAt <= ctx.now }));
}
