import type { Ctx } from "~/platform/ctx.server";
import { decodeCursor } from "~/platform/keyset.server";
import { type PortalMessages, readPortalMessages } from "./internal/read-portal-messages.server";

/** The thirty public messages before a cursor, oldest first; from the end when the cursor is none. */
export function listEarlierForPortal(ctx: Ctx, number: number, cursor: string): Promise<PortalMessages> {
  return readPortalMessages(ctx, number, decodeCursor(cursor));
}
