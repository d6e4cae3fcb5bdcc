import { isId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";

export type UploadView = { id: string; name: string; size: number };

/** The actor's own uploads of these ids that are still unsent, in the order of the ids: what a refused form shows again. */
export async function listUploads(ctx: Ctx, uploadIds: readonly string[]): Promise<UploadView[]> {
  const ownerId = actorPersonId(ctx);
  const ids = [...new Set(uploadIds)].filter(isId);
  if (!ownerId || !ids.length) return [];
  const rows = await ctx.db.upload.findMany({
    where: { id: { in: ids }, ownerId },
    select: { id: true, name: true, file: { select: { size: true } } },
  });
  const byId = new Map(rows.map(({ id, name, file }) => [id, { id, name, size: file.size }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
