import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { requireStaffActor } from "./policy";
import { visibleTickets } from "./visible.server";

const MOST = 2_000;

export type LastQuestion = { subject: string; text: string; locale: string; requesterId: string };

/** What a ticket asks: its subject and the beginning of the customer's last public message. */
export async function getLastQuestion(ctx: Ctx, number: number): Promise<LastQuestion> {
  const actor = requireStaffActor(ctx.actor);
  const [row] = await ctx.db.$queryRaw<LastQuestion[]>`
    select t.subject, t.locale, t.requester_id::text as "requesterId", coalesce((
      select left(m.text, ${MOST}) from message m
      where m.ticket_id = t.id and m.kind = 'public' and m.side = 'customer' and not m.automatic
      order by m.sent_at desc, m.id desc limit 1), '') as text
    from ticket t where t.number = ${number}::int and ${visibleTickets(actor, { deleted: "with" })}`;
  if (!row) throw notFound();
  return row;
}
