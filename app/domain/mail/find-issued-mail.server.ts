import type { Role } from "~/generated/prisma/client";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

/** A mail of ours that a reply key names. */
export type IssuedMail = {
  id: string;
  threadId: string | null;
  entryId: string | null;
  recipient: string;
  personId: string | null;
  template: string;
  /** What a notice to an agent was about; null for every other mail. */
  notice: string | null;
  /** Role of the person it went to; null when unknown or deactivated. */
  role: Role | null;
};

/** The mails with these ids, by id. */
export async function findIssuedMail(ctx: Ctx, ids: readonly string[]): Promise<Map<string, IssuedMail>> {
  if (!ids.length) return new Map();
  const rows = await ctx.db.$queryRaw<IssuedMail[]>(
    prepared(Prisma.sql`
    select o.id::text, o.thread_id::text as "threadId", o.entry_id::text as "entryId", o.recipient,
      o.person_id::text as "personId", o.template, p.role,
      case when o.template = 'agent-notice' then o.props ->> 'kind' end as notice
    from outbound_mail o left join person p on p.id = o.person_id and p.deactivated_at is null
    where o.id = any(${[...ids]}::uuid[])`),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
