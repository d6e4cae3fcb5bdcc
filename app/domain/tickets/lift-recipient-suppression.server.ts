import { normaliseAddress } from "~/domain/identity/address";
import { liftSuppression } from "~/domain/mail/lift-suppression.server";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { lockVisibleTicket } from "./internal/locked-ticket.server";
import { authorize } from "./policy";

/**
 * Lets somebody of a ticket have mail again, for who may answer it; told on the ticket. A second click changes nothing;
 * 404 for an address of nobody who takes part.
 */
export function liftRecipientSuppression(ctx: Ctx, number: number, raw: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const ticket = await lockVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.reply", ticket);
    const address = normaliseAddress(raw) ?? "";
    const [owner] = await ctx.db.$queryRaw<{ personId: string }[]>`
      select e.person_id::text as "personId" from email_address e
      where e.address = ${address} and (e.person_id = ${ticket.requesterId}::uuid or exists (
        select 1 from ticket_participant tp where tp.ticket_id = ${ticket.id}::uuid and tp.person_id = e.person_id))`;
    if (!owner) throw notFound();
    const reason = await liftSuppression(ctx, address);
    if (!reason) return;
    await recordEvent(ctx, "ticket.suppression_lifted", { ticketId: ticket.id }, { personId: owner.personId, reason });
    touch(ctx, `ticket:${ticket.id}`);
  });
}
