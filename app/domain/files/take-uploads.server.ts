import { forbidden } from "~/lib/errors";
import { isId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import type { NewAttachment } from "./new-attachment";

type Row = { id: string; file_id: string; name: string; type: string; size: number; owner_id: string };

/**
 * Turns a person's uploads into attachments, in the order of the ids, and deletes the upload rows; call it in the
 * transaction that writes the message. Ids that are gone (taken by the first of two clicks, or swept) are left out;
 * another person's are refused. The product itself may take anybody's.
 */
export async function takeUploads(ctx: Ctx, uploadIds: readonly string[]): Promise<NewAttachment[]> {
  const ids = [...new Set(uploadIds)].filter(isId);
  if (!ids.length) return [];
  const rows = await ctx.db.$queryRaw<Row[]>`
    select u.id, u.file_id, u.name, u.type, f.size, u.owner_id
    from upload u join stored_file f on f.id = u.file_id
    where u.id = any(${ids}::uuid[]) order by u.id for update of u`;
  if (rows.some((row) => !mayTake(ctx, row.owner_id))) throw forbidden();
  await ctx.db.upload.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ fileId: row.file_id, name: row.name, type: row.type, size: row.size }] : [];
  });
}

function mayTake({ actor }: Ctx, ownerId: string): boolean {
  if (actor.kind === "system" || actor.kind === "rule") return true;
  return actor.kind === "person" && actor.personId === ownerId;
}
