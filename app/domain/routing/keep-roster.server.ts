import { createHash } from "node:crypto";
import type { Ctx } from "~/platform/ctx.server";

/** The id under which decisions name these people by place; the list is kept once. */
export async function keepRoster(ctx: Ctx, personIds: readonly string[]): Promise<string> {
  const hex = createHash("sha256").update(personIds.join()).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
  await ctx.db.$executeRaw`
    insert into routing_roster (id, members) values (${id}::uuid, ${[...personIds]}::uuid[]) on conflict do nothing`;
  return id;
}
