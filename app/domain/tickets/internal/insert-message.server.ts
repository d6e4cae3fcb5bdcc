import type { NewAttachment } from "~/domain/files/new-attachment";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { type MessageBody, storable } from "../message-body";
import type { Channel, MessageKind, MessageSide } from "../states";

export type Addressee = { name: string; address: string };
export type Addressees = { to: Addressee[]; cc: Addressee[] };

/** The mail itself went to this address: who is there has it. */
export const isAddressee = (addressees: Addressees | null | undefined, address: string): boolean =>
  [...(addressees?.to ?? []), ...(addressees?.cc ?? [])].some((a) => a.address.toLowerCase() === address);

export type NewMessage = {
  id: string;
  ticketId: string;
  kind: MessageKind;
  side: MessageSide;
  authorId: string | null;
  channel: Channel;
  body: MessageBody;
  sentAt: Date;
  attachments?: readonly NewAttachment[];
  inboundId?: string | null;
  rule?: string | null;
  automatic?: boolean;
  marked?: boolean;
  addressees?: Addressees | null;
};

/** Writes a message with its attachments, in one statement. */
export async function insertMessage(ctx: Ctx, message: NewMessage): Promise<void> {
  const { body, attachments: files = [], addressees } = message;
  await ctx.db.$executeRaw(
    prepared(Prisma.sql`
    with written as (
      insert into message (id, ticket_id, kind, side, author_id, channel, text, html, quoted_text, quoted_html,
        remote_images, sent_at, inbound_id, rule, automatic, marked, addressees)
      values (${message.id}::uuid, ${message.ticketId}::uuid, ${message.kind}::message_kind,
        ${message.side}::message_side, ${message.authorId}::uuid, ${message.channel}::channel, ${storable(body.text)},
        ${storableOrNull(body.html)}, ${storableOrNull(body.quotedText)}, ${storableOrNull(body.quotedHtml)},
        ${body.remoteImages ?? false}, ${message.sentAt}, ${message.inboundId ?? null}::uuid, ${message.rule ?? null},
        ${message.automatic ?? false}, ${message.marked ?? false},
        ${addressees ? JSON.stringify(addressees) : null}::jsonb)
    )
    insert into attachment (id, message_id, file_id, name, type, position, inline, content_id)
    select f.id, ${message.id}::uuid, f.file_id, f.name, f.type, f.n - 1, f.inline, f.content_id
    from unnest(${files.map(({ id }) => id ?? newId(ctx.now.getTime()))}::uuid[],
      ${files.map(({ fileId }) => fileId)}::uuid[], ${files.map(({ name }) => storable(name))}::text[],
      ${files.map(({ type }) => type)}::text[], ${files.map(({ inline = false }) => inline)}::boolean[],
      ${files.map(({ contentId = null }) => contentId)}::text[]
    ) with ordinality f (id, file_id, name, type, inline, content_id, n)`),
  );
}

const storableOrNull = (text: string | null | undefined): string | null => (text == null ? null : storable(text));
