import { createHmac, randomBytes } from "node:crypto";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";

/**
 * What searches of one session have in common for a day: a hash of person, address and browser by a random salt that is
 * deleted when its day (UTC) is over. Then nobody can tell any more whose it was.
 */
export async function sessionKey(ctx: Ctx, userAgent: string): Promise<string> {
  const salt = await saltOf(ctx);
  const who = [actorPersonId(ctx) ?? "", ctx.ip, userAgent].join("\n");
  return createHmac("sha256", salt).update(who).digest("base64url").slice(0, 22);
}

async function saltOf(ctx: Ctx): Promise<Uint8Array> {
  const day = new Date(ctx.now.toISOString().slice(0, 10));
  const known = await ctx.db.searchSalt.findUnique({ where: { day } });
  if (known) return known.salt;
  await ctx.db.searchSalt.createMany({ data: [{ day, salt: randomBytes(32) }], skipDuplicates: true });
  return (await ctx.db.searchSalt.findUniqueOrThrow({ where: { day } })).salt;
}
