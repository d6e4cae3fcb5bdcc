import type { Ctx } from "~/platform/ctx.server";
import { handOverTickets } from "./hand-over-tickets.server";

/** Gives everything unfinished of a person who was deactivated back to the queues; nothing when the person is back. */
export async function handOverDeactivated(ctx: Ctx, eventId: string): Promise<void> {
  const [gone] = await ctx.db.$queryRaw<{ id: string }[]>`
    select p.id from event e join person p on p.id = e.person_id
    where e.id = ${eventId}::uuid and e.type = 'person.deactivated' and p.deactivated_at is not null`;
  if (gone) await handOverTickets(ctx, gone.id, { unfinished: true });
}
