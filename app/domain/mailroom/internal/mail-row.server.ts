import { visibleTickets } from "~/domain/tickets/visible.server";
import type { Actor } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { withoutFilingKey } from "../filing-address.server";
import type { HoldData, HoldReason } from "../holds";
import type { HoldView, MailRow } from "../mail-views";

export type MailRowRecord = {
  key: Date;
  id: string;
  received_at: Date;
  subject: string;
  from_name: string;
  from_address: string;
  to_address: string;
  stage: MailRow["stage"];
  outcome: MailRow["outcome"];
  purge_at: Date | null;
  number: number | null;
  reason: HoldReason | null;
  data: HoldData | null;
  held_at: Date | null;
  alert_at: Date | null;
  claimed_at: Date | null;
  claimed_by_id: string | null;
  claimed_by_name: string | null;
};

/**
 * The columns of a line, with the tables that they come from, for the ids of `page`. Follows `select`; the hold is that
 * which waits, and the ticket one that the actor sees.
 */
export const MAIL_ROW = (actor: Actor): Prisma.Sql => Prisma.sql`
    i.id, i.received_at, i.subject, i.from_name, i.from_address, coalesce(i.recipients[1], '') as to_address,
    i.stage::text as stage, i.outcome::text as outcome, i.purge_at,
    (select t.number from ticket t where t.id = i.thread_id and ${visibleTickets(actor, { deleted: "with" })}) as number,
    h.reason, h.data, h.held_at, h.alert_at, h.claimed_at, h.claimed_by_id, c.name as claimed_by_name
  from page
  join inbound_mail i on i.id = page.id
  left join mail_hold h on h.inbound_id = i.id and h.decided_at is null
  left join person c on c.id = h.claimed_by_id`;

export function toMailRow(row: MailRowRecord): MailRow {
  return {
    id: row.id,
    receivedAt: row.received_at,
    subject: row.subject,
    fromName: row.from_name,
    fromAddress: row.from_address,
    to: withoutFilingKey(row.to_address),
    stage: row.stage,
    outcome: row.outcome,
    hold: toHold(row),
    number: row.number,
    purgeAt: row.purge_at,
  };
}

function toHold(row: MailRowRecord): HoldView | null {
  if (row.reason === null || row.held_at === null || row.alert_at === null) return null;
  return {
    reason: row.reason,
    data: row.data ?? {},
    heldAt: row.held_at,
    alertAt: row.alert_at,
    claimedBy: row.claimed_by_id ? { id: row.claimed_by_id, name: row.claimed_by_name ?? "" } : null,
    claimedAt: row.claimed_at,
  };
}
