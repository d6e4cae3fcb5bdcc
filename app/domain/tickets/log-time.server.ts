import type { TimeForm } from "~/domain/sla/time-entry-schema";
import { conflict } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { touch } from "~/platform/live.server";
import { getSettings } from "~/platform/settings.server";
import { inTransaction } from "~/platform/transaction.server";
import "./events";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { drawTime, stretchOf } from "./internal/time-entries.server";
import { authorize, requireStaffActor } from "./policy";

/**
 * Writes down time that the actor spent on a ticket, on a day up to today in the actor's zone. The agent's hourly rate
 * of now is kept with it, and billable time is drawn from the ticket's contract. The same `formId` writes once.
 */
export function logTime(ctx: Ctx, number: number, form: TimeForm): Promise<{ entryId: string }> {
  const actor = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await findVisibleTicket(ctx, number);
    authorize(ctx.actor, "ticket.logTime", ticket);
    const { startedAt, endedAt } = stretchOf(ctx, form);
    const { currency } = await getSettings(ctx, "company");
    const entryId = form.formId ?? newId(ctx.now.getTime());
    const [made] = await ctx.db.$queryRaw<{ contractId: string | null }[]>`
      insert into time_entry (id, ticket_id, person_id, contract_id, started_at, ended_at, seconds, billable, note, rate,
        currency, created_at)
      select ${entryId}::uuid, t.id, ${actor.personId}::uuid, t.contract_id, ${startedAt}, ${endedAt}, ${form.spent},
        ${form.billable}, ${form.note}, coalesce((select hourly_rate from agent_profile where person_id = ${actor.personId}::uuid), 0),
        ${currency}, ${ctx.now}
      from ticket t where t.id = ${ticket.id}::uuid
      on conflict (id) do nothing returning contract_id as "contractId"`;
    if (!made) return repeated(ctx, entryId, ticket.id, actor.personId);
    const { billable, spent: seconds } = form;
    await drawTime(ctx, { id: entryId, ticketId: ticket.id, contractId: made.contractId, billable, seconds });
    await recordEvent(ctx, "ticket.time_logged", { ticketId: ticket.id }, { entryId, seconds, billable });
    touch(ctx, `ticket:${ticket.id}`);
    return { entryId };
  });
}

/** A form's id comes from outside: it must not answer for another ticket or person. */
async function repeated(ctx: Ctx, entryId: string, ticketId: string, personId: string): Promise<{ entryId: string }> {
  const first = await ctx.db.timeEntry.findFirst({ where: { id: entryId, ticketId, personId }, select: { id: true } });
  if (!first) throw conflict("common:error.409.text");
  return { entryId };
}
