import type { Ctx } from "~/platform/ctx.server";
import type { AgentKind } from "../preference-kinds";

export type AgentToTell = {
  personId: string;
  name: string;
  locale: string | null;
  address: string | null;
  screen: boolean;
  mail: boolean;
};

/** Active staff among the ids with their switches for the kind; never who did it. */
export async function listRecipients(
  ctx: Ctx,
  personIds: readonly string[],
  actorId: string | null,
  kind: AgentKind,
): Promise<AgentToTell[]> {
  const ids = [...new Set(personIds)].filter((id) => id !== actorId);
  if (!ids.length) return [];
  return ctx.db.$queryRaw<AgentToTell[]>`
    select p.id as "personId", p.name, p.locale, e.address, coalesce(n.screen, true) as screen,
      coalesce(n.mail, true) as mail
    from person p
    left join email_address e on e.person_id = p.id and e."primary"
    left join notification_preference n on n.person_id = p.id and n.kind = ${kind}::notification_kind
    where p.id = any(${ids}::uuid[]) and p.role <> 'customer' and p.deactivated_at is null
    order by p.id`;
}
