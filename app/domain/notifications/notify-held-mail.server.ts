import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { listRecipients } from "./internal/list-recipients.server";
import { readEvent } from "./internal/read-event.server";
import { tellAgents } from "./internal/tell-agents.server";

/**
 * Tells the lead of the queue's team, or the administrators where there is none, that a held mail has waited for four
 * working hours; nobody once it is decided. A rerun adds nothing: one mark and one mail per person and event.
 */
export async function notifyHeldMail(ctx: Ctx, eventId: string): Promise<void> {
  const event = await readEvent(ctx, eventId);
  if (event?.type !== "mail.held_overdue") return;
  const { at, data } = event;
  const facts = await readFacts(ctx, data.inboundId);
  if (!facts) return;
  const people = await listRecipients(ctx, facts.personIds, null, "mail_held");
  const url = `${config().baseUrl}/desk/mailroom/${data.inboundId}`;
  const { subject, from, queue, reason, heldAt } = facts;
  const props = { kind: "mail_held" as const, subject, from, queue, reason, heldAt, url };
  await tellAgents(ctx, eventId, { kind: "mail_held", at, props }, people);
}

type Facts = { subject: string; from: string; queue: string; reason: string; heldAt: Date; personIds: string[] };

async function readFacts(ctx: Ctx, inboundId: string): Promise<Facts | null> {
  const [row] = await ctx.db.$queryRaw<Facts[]>`
    select coalesce(nullif(i.subject, ''), '—') as subject, coalesce(nullif(i.from_address, ''), '—') as "from",
      coalesce(q.name, '—') as queue, h.reason, h.held_at as "heldAt",
      case when lead.id is not null then array[lead.id::text] else array(
        select p.id::text from person p where p.role = 'administrator' and p.deactivated_at is null order by p.id)
      end as "personIds"
    from mail_hold h
    join inbound_mail i on i.id = h.inbound_id
    left join queue q on q.id = h.queue_id
    left join team te on te.id = q.team_id and te.archived_at is null
    left join person lead on lead.id = te.lead_id and lead.deactivated_at is null and lead.role <> 'customer'
    where h.inbound_id = ${inboundId}::uuid and h.decided_at is null`;
  return row ?? null;
}
