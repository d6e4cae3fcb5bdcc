import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { PromisedAnswer } from "../portal-views";

/** When the open reply target of a ticket is due; null without one, and while its clock is paused. */
export const answerDue = (ticketId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (select min(st.due_at) from sla_target st
  where st.ticket_id = ${ticketId} and st.kind in ('first_reply', 'next_reply')
    and st.met_at is null and st.cancelled_at is null and st.paused_at is null)`;

/** At the due instant itself the answer is still in time. */
export const promisedAnswer = ({ now }: Ctx, by: Date | null): PromisedAnswer | null =>
  by && { by, late: by.getTime() < now.getTime() };
