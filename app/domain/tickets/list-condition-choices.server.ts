import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { requireStaffActor } from "./policy";

type Named = { id: string; name: string };
export type NamedChoices = Record<"queues" | "types" | "organizations" | "contracts" | "calendars", Named[]>;

const MOST = 1_000;

/**
 * What conditions of rules and policies may name, archived ones left out, in the reader's language: the first 1,000 of
 * each, and the organizations among `used` ids.
 */
export async function listConditionChoices(ctx: Ctx, used: readonly string[] = []): Promise<NamedChoices> {
  requireStaffActor(ctx.actor);
  const list = (rows: Prisma.Sql) =>
    Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${rows} ${Prisma.raw(`limit ${MOST}`)}) listed)`;
  const [choices] = await ctx.db.$queryRaw<[NamedChoices]>(
    prepared(Prisma.sql`select
    ${list(Prisma.sql`select id, name from queue where archived_at is null order by position, id`)} as queues,
    ${list(Prisma.sql`select id, coalesce(name ->> ${ctx.locale}, name ->> 'en', '') as name from request_type
      where archived_at is null order by position, id`)} as types,
    ${list(Prisma.sql`select id, name from organization
      order by id = any(${used.filter(isId)}::uuid[]) desc, name, id`)} as organizations,
    ${list(Prisma.sql`select id, number || ' ' || name as name from contract where archived_at is null order by number`)}
      as contracts,
    ${list(Prisma.sql`select id, name from calendar where archived_at is null and not built_in order by name`)} as calendars`),
  );
  return choices;
}
