import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { moveBy } from "./internal/move-by";
import { assertAdministers } from "./policy";

/** Moves a request type one place up (-1) or down (1) on the form; nothing happens at either end. */
export function moveRequestType(ctx: Ctx, typeId: string, by: -1 | 1): Promise<void> {
  assertAdministers(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`select id from request_type order by id for no key update`;
    const types = await ctx.db.requestType.findMany({
      where: { OR: [{ archivedAt: null }, { id: typeId }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const before = types.map(({ id }) => id);
    if (!before.includes(typeId)) throw notFound();
    const after = moveBy(before, typeId, by);
    if (!after) return;
    await ctx.db.$executeRaw`
      update request_type set position = listed.position
      from unnest(${after}::uuid[]) with ordinality listed (id, position)
      where request_type.id = listed.id and request_type.position <> listed.position`;
    await recordEvent(ctx, "request_type.changed", {}, { typeId });
  });
}
