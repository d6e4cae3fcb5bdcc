import type { Ctx } from "~/platform/ctx.server";
import { decodeCursor } from "~/platform/keyset.server";
import { readTimeline, type Timeline } from "./internal/read-timeline.server";
import { requireStaffActor } from "./policy";

/** The thirty messages before a cursor and the events among them, oldest first; from the end when the cursor is none. */
export function listEarlier(ctx: Ctx, number: number, cursor: string): Promise<Timeline> {
  requireStaffActor(ctx.actor);
  return readTimeline(ctx, number, decodeCursor(cursor));
}
