import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "../view-policy";

type Locked = { ownerId: string; shared: boolean };

/** A view that the actor sees, locked; null when there is none. */
export async function lockSearchView(ctx: Ctx, viewId: string): Promise<Locked | null> {
  const { personId } = requireStaffActor(ctx.actor);
  const [view] = await ctx.db.$queryRaw<Locked[]>`
    select owner_id::text as "ownerId", shared from search_view
    where id = ${viewId}::uuid and (shared or owner_id = ${personId}::uuid) for update`;
  return view ?? null;
}
