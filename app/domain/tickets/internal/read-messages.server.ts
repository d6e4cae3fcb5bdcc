import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import type { AttachmentView, DeliveryView, MessageView } from "../views";
import { visibleMessages } from "../visible.server";
import { linkInlineImages } from "./link-inline-images.server";
import { showsOriginal } from "./shows-original.server";
import { type Cursor, encodeCursor } from "~/platform/keyset.server";

/** Messages that a ticket's page shows at once. */
export const SHOWN = 30;
export const SHOWN_AND_ONE = Prisma.raw(`limit ${SHOWN + 1}`);

type Row = Omit<MessageView, "kind" | "messageKind" | "author" | "attachments" | "deliveries" | "hasOriginal"> & {
  messageKind: MessageView["messageKind"];
  authorId: string | null;
  authorName: string | null;
  hasOriginal: boolean;
  attachments: (AttachmentView & { contentId: string | null })[] | null;
  deliveries:
    (Omit<DeliveryView, "sentAt" | "nextTryAt"> & { sentAt: string | null; nextTryAt: string | null })[] | null;
};

/** Messages oldest first, and the cursor of those before them. */
export type MessagesRead = { messages: MessageView[]; earlier: string | null };

/** The last messages of a ticket that the actor sees, or the last ones before the cursor, in one statement. */
export async function readMessages(ctx: Ctx, number: number, before: Cursor | null): Promise<MessagesRead> {
  const rows = await ctx.db.$queryRaw<Row[]>(prepared(statement(ctx, number, before)));
  const shown = rows.slice(0, SHOWN).reverse();
  const first = shown[0];
  const earlier = first && rows.length > SHOWN ? encodeCursor({ back: true, key: first.sentAt, id: first.id }) : null;
  return { messages: shown.map(toMessageView), earlier };
}

/** Where an agent's words went, recipient by recipient; not for customers. */
const DELIVERIES = {
  hidden: Prisma.sql`null`,
  shown: Prisma.sql`case when m.side <> 'customer' then (
    select json_agg(json_build_object('id', om.id, 'recipient', om.recipient, 'state', om.state, 'reason', om.reason,
      'detail', om.detail, 'sentAt', om.sent_at, 'nextTryAt',
      case when om.state in ('queued', 'deferred') then om.next_try_at end) order by om.id)
    from outbound_mail om where om.entry_id = m.id) end`,
};

function statement({ actor }: Ctx, number: number, before: Cursor | null): Prisma.Sql {
  const beforeIt = before ? Prisma.sql`and (m.sent_at, m.id) < (${before.key}, ${before.id}::uuid)` : Prisma.empty;
  const seesMail = actor.kind !== "person" || actor.role !== "customer";
  return Prisma.sql`
    select m.id, m.kind::text as "messageKind", m.side::text as side, m.channel::text as channel,
      m.author_id as "authorId", p.name as "authorName", m.text, m.html, m.quoted_text as "quotedText",
      m.quoted_html as "quotedHtml", m.remote_images as "remoteImages", m.sent_at as "sentAt",
      m.edited_at as "editedAt", m.automatic, m.marked, m.rule, ${showsOriginal(actor)} as "hasOriginal", m.addressees,
      ${seesMail ? Prisma.sql`m.inbound_id` : Prisma.sql`null::uuid`} as "mailId",
      case when m.edited_at is null then 0
        else (select count(*)::int from message_version v where v.message_id = m.id) end as versions,
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', f.size,
          'inline', a.inline, 'contentId', a.content_id) order by a.position)
        from attachment a join stored_file f on f.id = a.file_id where a.message_id = m.id) as attachments,
      ${DELIVERIES[seesMail ? "shown" : "hidden"]} as deliveries
    from ticket t
    cross join lateral (
      select * from message m where m.ticket_id = t.id ${beforeIt} and ${visibleMessages(actor, { deleted: "with" })}
      order by m.sent_at desc, m.id desc ${SHOWN_AND_ONE}) m
    left join person p on p.id = m.author_id
    where t.number = ${number}::int
    order by m.sent_at desc, m.id desc`;
}

function toMessageView({ authorId, authorName, attachments, deliveries, ...row }: Row): MessageView {
  const files = attachments ?? [];
  return {
    ...row,
    kind: "message",
    author: authorId ? { id: authorId, name: authorName ?? "" } : null,
    html: linkInlineImages(row.html, files),
    quotedHtml: linkInlineImages(row.quotedHtml, files),
    attachments: files.map(({ contentId: _contentId, ...file }) => file),
    deliveries: (deliveries ?? []).map(({ sentAt, nextTryAt, ...delivery }) => ({
      ...delivery,
      sentAt: sentAt ? new Date(sentAt) : null,
      nextTryAt: nextTryAt ? new Date(nextTryAt) : null,
    })),
  };
}
