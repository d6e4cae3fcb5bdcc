import type { Ctx } from "~/platform/ctx.server";
import { assertManagesPeople } from "./policy";

/** Every queue one can be a member of, in their order. */
export async function listQueueNames(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  assertManagesPeople(ctx.actor);
  return ctx.db.queue.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
