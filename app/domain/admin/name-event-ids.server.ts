import { assertAdministers } from "~/domain/routing/policy";
import { inLanguage } from "~/domain/routing/schema";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";

/**
 * The names behind the ids in events' data, by id: queues, teams, skills, request types, statuses, calendars, mailboxes, tags,
 * articles, their categories and people, in the reader's language. What was erased, and what has no name, is left out.
 */
export async function nameEventIds(
  ctx: Ctx,
  events: readonly { data: Record<string, unknown> }[],
): Promise<Record<string, string>> {
  assertAdministers(ctx.actor);
  const ids = [...new Set(events.flatMap(({ data }) => idsIn(data)))];
  if (!ids.length) return {};
  const those = Prisma.sql`= any(${ids}::uuid[])`;
  const rows = await ctx.db.$queryRaw<{ id: string; name: unknown }[]>`
    select id, to_jsonb(name) as name from queue where id ${those}
    union all select id, to_jsonb(name) from person where id ${those}
    union all select id, to_jsonb(name) from tag where id ${those}
    union all select id, to_jsonb(name) from organization where id ${those}
    union all select id, to_jsonb(name) from asset where id ${those}
    union all select id, to_jsonb(number) from contract where id ${those}
    union all select id, to_jsonb(name) from team where id ${those}
    union all select id, to_jsonb(name) from skill where id ${those}
    union all select id, to_jsonb(name) from calendar where id ${those}
    union all select id, to_jsonb(name) from imap_account where id ${those}
    union all select id, names from article_category where id ${those}
    union all select a.id, to_jsonb(d.title) from article a
      join article_text t on t.article_id = a.id and t.locale = a.source_locale
      join article_draft d on d.text_id = t.id where a.id ${those}
    union all select id, name from request_type where id ${those}
    union all select id, coalesce(name, to_jsonb(state::text)) from ticket_status where id ${those}`;
  return Object.fromEntries(
    rows.map(({ id, name }) => [id, typeof name === "string" ? name : inLanguage(name, ctx.locale)]),
  );
}

function idsIn(value: unknown): string[] {
  if (typeof value === "string") return isId(value) ? [value] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(idsIn) : [];
}
