import type { Ctx } from "~/platform/ctx.server";
import { actorPersonId } from "~/platform/ctx.server";
import type { Cursor } from "~/platform/keyset.server";
import type { PortalMessage } from "../portal-views";
import type { MessageView } from "../views";
import { readMessages } from "./read-messages.server";

/** Public messages oldest first, and the cursor of those before them. */
export type PortalMessages = { messages: PortalMessage[]; earlier: string | null };

/** What a customer reads of a conversation: notes are left out by `visibleMessages`, delivery facts here. */
export async function readPortalMessages(ctx: Ctx, number: number, before: Cursor | null): Promise<PortalMessages> {
  const { messages, earlier } = await readMessages(ctx, number, before);
  const me = actorPersonId(ctx);
  return {
    messages: messages.filter((message) => message.messageKind === "public").map((message) => toPortal(message, me)),
    earlier,
  };
}

function toPortal(message: MessageView, me: string | null): PortalMessage {
  const { id, side, author, channel, text, html, quotedText, quotedHtml, remoteImages, hasOriginal } = message;
  return {
    id,
    side,
    channel,
    text,
    html,
    quotedText,
    quotedHtml,
    remoteImages,
    hasOriginal,
    author: author?.name ?? "",
    own: author !== null && author.id === me,
    sentAt: message.sentAt,
    editedAt: message.editedAt,
    attachments: message.attachments,
  };
}
