import { requireStaffActor } from "~/domain/tickets/policy";
import type { Ctx } from "~/platform/ctx.server";

export type BlockedRow = {
  /** An address, or a domain with "@" before it. */
  entry: string;
  note: string;
  createdAt: Date;
  byName: string | null;
  /** Mails discarded by it that are still kept. */
  mails: number;
  lastAt: Date | null;
};

const MOST = 500;

/** The block list, the newest entries first, with what each has discarded in the last thirty days; `q` is a part of an entry. */
export async function listBlocked(ctx: Ctx, q = ""): Promise<BlockedRow[]> {
  requireStaffActor(ctx.actor);
  const part = `%${q.trim().toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return ctx.db.$queryRaw<BlockedRow[]>`
    select b.address as entry, b.note, b.created_at as "createdAt", p.name as "byName",
      (select count(*)::int from (select from inbound_mail i where i.blocked_by = b.address limit 1000) some) as mails,
      (select max(i.received_at) from inbound_mail i where i.blocked_by = b.address) as "lastAt"
    from blocked_sender b left join person p on p.id = b.by_id
    where b.address like ${part}
    order by b.created_at desc, b.address limit ${MOST}::int`;
}
