import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { requireStaffActor } from "./policy";
import type { DeskChoices } from "./views";

/** What the desk's selects offer: queues, staff, request types and statuses in use, named in the reader's language. */
export async function getDeskChoices(ctx: Ctx): Promise<DeskChoices> {
  requireStaffActor(ctx.actor);
  const named = (json: Prisma.Sql) => Prisma.sql`coalesce(${json} ->> ${ctx.locale}, ${json} ->> 'en')`;
  const list = (rows: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(listed), '[]') from (${rows}) listed)`;
  const [choices] = await ctx.db.$queryRaw<[DeskChoices]>(
    prepared(Prisma.sql`select
    ${list(Prisma.sql`select id, name from queue where archived_at is null order by position, name`)} as queues,
    ${list(Prisma.sql`select id, name from person where role in ('agent', 'editor', 'administrator') and deactivated_at is null order by name, id`)}
      as agents,
    ${list(Prisma.sql`select id, coalesce(${named(Prisma.sql`name`)}, '') as name, queue_id as "queueId" from request_type
      where archived_at is null order by position, id`)} as types,
    ${list(Prisma.sql`select id, state, ${named(Prisma.sql`name`)} as name from ticket_status
      where archived_at is null order by position, id`)} as statuses`),
  );
  return choices;
}
