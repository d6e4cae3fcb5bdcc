import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { PAGE_LIMIT, readPage, walk } from "~/platform/keyset.server";
import { linkInlineImages } from "./internal/link-inline-images.server";
import type { ApiMessage } from "./api-views";
import type { AttachmentView, Page } from "./views";
import { visibleMessages, visibleTickets } from "./visible.server";

type Row = Omit<ApiMessage, "author" | "attachments"> & {
  key: Date;
  authorId: string | null;
  authorName: string | null;
  files: (AttachmentView & { contentId: string | null })[] | null;
};

/** A page of a ticket's messages, newest first, notes for staff only; 404 when the ticket is out of sight. */
export async function listMessages(ctx: Ctx, number: number, cursor: string | null): Promise<Page<ApiMessage>> {
  const [ticket] = await ctx.db.$queryRaw<{ id: string }[]>`
    select t.id from ticket t where t.number = ${number}::int and ${visibleTickets(ctx.actor)}`;
  if (!ticket) throw notFound();
  const page = await readPage(cursor, (at) => {
    const { where, order } = walk(at, true, Prisma.sql`m.sent_at`, Prisma.sql`m.id`);
    return ctx.db.$queryRaw<Row[]>`
      select m.sent_at as key, m.id, m.kind::text as kind, m.side::text as side, m.channel::text as channel,
        m.author_id as "authorId", p.name as "authorName", m.text, m.html, m.automatic, m.sent_at as "sentAt",
        m.edited_at as "editedAt",
        (select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', f.size,
            'inline', a.inline, 'contentId', a.content_id) order by a.position)
          from attachment a join stored_file f on f.id = a.file_id where a.message_id = m.id) as files
      from message m join ticket t on t.id = m.ticket_id left join person p on p.id = m.author_id
      where m.ticket_id = ${ticket.id}::uuid and ${visibleMessages(ctx.actor)} and ${where}
      order by ${order(Prisma.sql`m.sent_at`, Prisma.sql`m.id`)} ${PAGE_LIMIT}`;
  });
  return { ...page, rows: page.rows.map(toApiMessage) };
}

function toApiMessage({ key: _key, authorId, authorName, files, ...row }: Row): ApiMessage {
  const attached = files ?? [];
  return {
    ...row,
    html: linkInlineImages(row.html, attached),
    author: authorId ? { id: authorId, name: authorName ?? "" } : null,
    attachments: attached.map(({ contentId: _contentId, ...file }) => file),
  };
}
