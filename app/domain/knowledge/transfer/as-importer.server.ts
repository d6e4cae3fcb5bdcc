import type { Ctx } from "~/platform/ctx.server";
import { isEditor } from "../policy";

/** The context in the name of who began an import; null when this person may not write the knowledge base any more. */
export async function asImporter(ctx: Ctx, personId: string | null): Promise<Ctx | null> {
  if (!personId) return null;
  const { actor } = ctx;
  if (actor.kind === "person") return actor.personId === personId && isEditor(actor) ? ctx : null;
  const where = { id: personId, deactivatedAt: null };
  const person = await ctx.db.person.findFirst({ where, select: { role: true } });
  if (!person) return null;
  const importer = { kind: "person", personId, role: person.role, sharedOrganizationId: null, queueIds: [] } as const;
  return isEditor({ ...importer, queueIds: [] }) ? { ...ctx, actor: { ...importer, queueIds: [] } } : null;
}
