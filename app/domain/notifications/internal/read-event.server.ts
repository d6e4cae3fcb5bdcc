import "~/domain/mail/events";
import "~/domain/sla/contract-events";
import "~/domain/sla/events";
import "~/domain/tickets/events";
import type { Ctx } from "~/platform/ctx.server";
import type { EventName, RecordedEvent } from "~/platform/events.server";

/** The event a listener's job was made for, narrowed by its `type`; null once it is gone. */
export async function readEvent(ctx: Ctx, eventId: string): Promise<AnyEvent | null> {
  return (await ctx.db.event.findUnique({ where: { id: eventId } })) as AnyEvent | null;
}

type AnyEvent = { [N in EventName]: RecordedEvent<N> }[EventName];
