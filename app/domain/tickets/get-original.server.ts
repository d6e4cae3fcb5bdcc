import { type OriginalMail, originalOf } from "~/domain/mail/mime/original-mail";
import { parseMail } from "~/domain/mail/mime/parse-mail.server";
import { notFound } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { showsOriginal } from "./internal/shows-original.server";
import { visibleMessages } from "./visible.server";

/**
 * A mail's own HTML, not sanitised: show it only in a sandboxed document without scripts. Images that came inside the
 * mail are in it as data, since such a document may not ask for attachments.
 */
export async function getOriginal(ctx: Ctx, messageId: string): Promise<OriginalMail> {
  if (!isId(messageId)) throw notFound();
  const [row] = await ctx.db.$queryRaw<{ bytes: Uint8Array }[]>`
    select r.bytes from message m join ticket t on t.id = m.ticket_id join raw_mail r on r.inbound_id = m.inbound_id
    where m.id = ${messageId}::uuid and ${visibleMessages(ctx.actor, { deleted: "with" })}
      and ${showsOriginal(ctx.actor)}`;
  if (!row) throw notFound();
  return originalOf(await parseMail(Buffer.from(row.bytes)));
}
