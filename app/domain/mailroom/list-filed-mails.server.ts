import { requireStaffActor } from "~/domain/tickets/policy";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { type KeysetPage, PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { visibleMail } from "./visible-mail.server";

export type FiledMailRow = {
  id: string;
  subject: string;
  fromName: string;
  fromAddress: string;
  /** Who filed or wrote it; null when a rule did. */
  by: string | null;
  at: Date;
};

/**
 * A page of the mails in the file of a contact or an organization, newest first. Mail that an agent filed by the private
 * address came to no queue and is there for every member of staff, which is why it was filed; mail that was filed from a
 * queue is for who sees that queue, and for who filed it.
 */
export function listFiledMails(
  ctx: Ctx,
  of: { personId: string } | { organizationId: string },
  after: string | null,
): Promise<KeysetPage<FiledMailRow>> {
  const actor = requireStaffActor(ctx.actor);
  return readPage(after, (cursor) => {
    const at = walk(cursor, true, Prisma.sql`f.at`, Prisma.sql`f.inbound_id`);
    const top = (from: Prisma.Sql) => Prisma.sql`(select f.inbound_id, f.at from ${from} and ${at.where}
      and exists (select 1 from inbound_mail i where i.id = f.inbound_id and ${visibleMail(actor)})
      order by ${at.order(Prisma.sql`f.at`, Prisma.sql`f.inbound_id`)} ${PAGE_LIMIT})`;
    const found =
      "organizationId" in of
        ? top(Prisma.sql`filed_mail f where f.organization_id = ${of.organizationId}::uuid`)
        : Prisma.sql`${top(Prisma.sql`filed_mail f where f.person_id = ${of.personId}::uuid`)}
          union all ${top(Prisma.sql`filed_mail_person f where f.person_id = ${of.personId}::uuid`)}`;
    return ctx.db.$queryRaw<(FiledMailRow & { key: Date })[]>`
      select i.id::text, i.subject, i.from_name as "fromName", i.from_address as "fromAddress", p.name as by,
        f.at, f.at as key
      from (${found}) f
      join inbound_mail i on i.id = f.inbound_id
      join filed_mail x on x.inbound_id = f.inbound_id
      left join person p on p.id = x.by_id
      order by ${at.order(Prisma.sql`f.at`, Prisma.sql`f.inbound_id`)} ${PAGE_LIMIT}`;
  });
}
