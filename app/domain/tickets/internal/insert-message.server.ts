import type { NewAttachment } from "~/domain/files/new-attachment";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
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

/** Writes a message with its attachments: one statement, two with files. */
export async function insertMessage(ctx: Ctx, message: NewMessage): Promise<void> {
  const { body } = message;
  await ctx.db.message.createMany({
    data: [
      {
        id: message.id,
        ticketId: message.ticketId,
        kind: message.kind,
        side: message.side,
        authorId: message.authorId,
        channel: message.channel,
        text: storable(body.text),
        html: storableOrNull(body.html),
        quotedText: storableOrNull(body.quotedText),
        quotedHtml: storableOrNull(body.quotedHtml),
        remoteImages: body.remoteImages ?? false,
        sentAt: message.sentAt,
        inboundId: message.inboundId ?? null,
        rule: message.rule ?? null,
        automatic: message.automatic ?? false,
        marked: message.marked ?? false,
        ...(message.addressees ? { addressees: message.addressees } : {}),
      },
    ],
  });
  if (!message.attachments?.length) return;
  await ctx.db.attachment.createMany({
    data: message.attachments.map((file, position) => ({
      id: file.id ?? newId(ctx.now.getTime()),
      messageId: message.id,
      fileId: file.fileId,
      name: storable(file.name),
      type: file.type,
      position,
      inline: file.inline ?? false,
      contentId: file.contentId ?? null,
    })),
  });
}

const storableOrNull = (text: string | null | undefined): string | null => (text == null ? null : storable(text));
