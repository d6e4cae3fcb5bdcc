import type { Ctx } from "~/platform/ctx.server";
import { inTransaction } from "~/platform/transaction.server";
import { findVisibleTicket } from "./internal/find-visible-ticket.server";
import { storable } from "./message-body";
import { requireStaffActor } from "./policy";
import type { DraftForm } from "./schema";

/**
 * Keeps what an agent has typed, one draft per ticket and kind, whatever becomes of the ticket; empty words without
 * files are no draft, nor are those of a form (`formId`) that was sent meanwhile: a save may arrive late. Only the
 * agent's own uploads are held.
 */
export function saveDraft(ctx: Ctx, number: number, form: DraftForm): Promise<{ updatedAt: Date | null }> {
  const { personId } = requireStaffActor(ctx.actor);
  return inTransaction(ctx, async (ctx) => {
    const ticket = await findVisibleTicket(ctx, number);
    if (form.formId && (await wasSent(ctx, ticket.id, form.formId))) return { updatedAt: null };
    const key = { ticketId: ticket.id, personId, kind: form.kind };
    if (!form.text.trim() && !form.files.length) {
      await ctx.db.draft.deleteMany({ where: key });
      return { updatedAt: null };
    }
    await ctx.db.$executeRaw`
      insert into draft (ticket_id, person_id, kind, text, cc, upload_ids, updated_at)
      select ${ticket.id}::uuid, ${personId}::uuid, ${form.kind}::message_kind, ${storable(form.text)}, ${form.cc}::text[],
        array(select id from upload where id = any(${form.files}::uuid[]) and owner_id = ${personId}::uuid), ${ctx.now}
      on conflict (ticket_id, person_id, kind) do update set
        text = excluded.text, cc = excluded.cc, upload_ids = excluded.upload_ids, updated_at = excluded.updated_at`;
    return { updatedAt: ctx.now };
  });
}

/** Whether a form was sent or is about to leave; one that is being sent at this moment is waited for. */
async function wasSent(ctx: Ctx, ticketId: string, formId: string): Promise<boolean> {
  await ctx.db.$executeRaw`select 1 from ticket where id = ${ticketId}::uuid for share`;
  const rows = await ctx.db.$queryRaw<unknown[]>`
    select 1 from message where id = ${formId}::uuid
    union all select 1 from outgoing_reply where id = ${formId}::uuid`;
  return rows.length > 0;
}
