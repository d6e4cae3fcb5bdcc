import type { Ctx } from "~/platform/ctx.server";
import type { TimelineItem } from "../views";
import type { Cursor } from "~/platform/keyset.server";
import { readEvents } from "./read-events.server";
import { readMessages } from "./read-messages.server";

/** A stretch of a ticket's history for staff: messages and the events among them, oldest first. */
export type Timeline = { items: TimelineItem[]; earlier: string | null };

const timeOf = (item: TimelineItem) => (item.kind === "message" ? item.sentAt : item.at).getTime();

/** The end of the history, or what is before the cursor. */
export async function readTimeline(ctx: Ctx, number: number, before: Cursor | null): Promise<Timeline> {
  const [{ messages, earlier }, events] = await Promise.all([
    readMessages(ctx, number, before),
    readEvents(ctx, number, before),
  ]);
  // At the same instant the message comes first: it caused what happened.
  const items = [...messages, ...events].sort((a, b) => timeOf(a) - timeOf(b));
  return { items, earlier };
}
