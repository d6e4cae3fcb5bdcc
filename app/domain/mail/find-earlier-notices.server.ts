import type { Ctx } from "~/platform/ctx.server";

const MAX_REFERENCES = 20;

/**
 * Message-IDs of the notices about a thread that each agent has had, oldest first: the first and the newest, for
 * References (RFC 5322, 3.6.4). Who has had none is not in the map.
 */
export async function findEarlierNotices(
  ctx: Ctx,
  threadId: string,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (!personIds.length) return new Map();
  const rows = await ctx.db.$queryRaw<{ personId: string; ids: string[] }[]>`
    select person_id::text as "personId", array_agg(message_id order by created_at, id) as ids
    from (
      select id, person_id, message_id, created_at,
        row_number() over (partition by person_id order by created_at, id) as oldest,
        row_number() over (partition by person_id order by created_at desc, id desc) as newest
      from outbound_mail
      where thread_id = ${threadId}::uuid and person_id = any(${[...personIds]}::uuid[])
        and template = 'agent-notice' and state <> 'suppressed'
    ) notices
    where oldest = 1 or newest < ${MAX_REFERENCES}
    group by person_id`;
  return new Map(rows.map(({ personId, ids }) => [personId, ids]));
}
