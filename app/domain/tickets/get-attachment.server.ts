import { isId } from "~/lib/id";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { visibleMessages } from "./visible.server";

export type AttachmentFile = { id: string; name: string; type: string; size: number; sha256: string };

/** An attachment of a message that the actor sees; its bytes come from `openFile(sha256)`. */
export async function getAttachment(ctx: Ctx, id: string): Promise<AttachmentFile> {
  if (!isId(id)) throw notFound();
  const [file] = await ctx.db.$queryRaw<AttachmentFile[]>`
    select a.id, a.name, a.type, f.size, f.sha256
    from attachment a
    join stored_file f on f.id = a.file_id
    join message m on m.id = a.message_id
    join ticket t on t.id = m.ticket_id
    where a.id = ${id}::uuid and ${visibleMessages(ctx.actor, { deleted: "with" })}`;
  if (!file) throw notFound();
  return file;
}
