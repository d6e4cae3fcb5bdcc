import type { Ctx } from "~/platform/ctx.server";

type Draft = { ticketId: string; agentId: string; text: string; cc: string[]; uploadIds: string[] };

/** Gives a reply's words back to its agent as a draft, above whatever was typed since. */
export async function restoreDraft(ctx: Ctx, { ticketId, agentId, text, cc, uploadIds }: Draft): Promise<void> {
  await ctx.db.$executeRaw`
    insert into draft as d (ticket_id, person_id, kind, text, cc, upload_ids, updated_at)
    values (${ticketId}::uuid, ${agentId}::uuid, 'public', ${text}, ${cc}::text[], ${uploadIds}::uuid[], ${ctx.now})
    on conflict (ticket_id, person_id, kind) do update set
      text = case when trim(d.text) = '' then excluded.text else excluded.text || E'\n\n' || d.text end,
      cc = array(select distinct unnest(excluded.cc || d.cc)),
      upload_ids = array(select distinct unnest(excluded.upload_ids || d.upload_ids)),
      updated_at = excluded.updated_at`;
}
