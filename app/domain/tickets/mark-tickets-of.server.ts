import type { Ctx } from "~/platform/ctx.server";

/** Has the search index read again the tickets that name a person or an organization, after a change of the name. */
export async function markTicketsOf(
  ctx: Ctx,
  { personId = null, organizationId = null }: { personId?: string | null; organizationId?: string | null },
): Promise<void> {
  await ctx.db.$executeRaw`
    select search_changed('postgres', array(
      select 'ticket:' || t.id from ticket t where t.requester_id = ${personId}::uuid
      union select 'ticket:' || tp.ticket_id from ticket_participant tp where tp.person_id = ${personId}::uuid
      union select 'ticket:' || t.id from ticket t where t.organization_id = ${organizationId}::uuid
      union select 'contact:' || c.person_id from contact c where c.organization_id = ${organizationId}::uuid
    ), ${ctx.now}::timestamptz)`;
}
