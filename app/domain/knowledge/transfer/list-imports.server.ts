import type { Ctx } from "~/platform/ctx.server";
import { requireEditor } from "../policy";

export type ImportRow = {
  id: string;
  name: string;
  state: "checking" | "ready" | "importing" | "done" | "failed";
  by: string;
  createdAt: Date;
};

/** The newest twenty imports, whoever brought them. For editors. */
export async function listImports(ctx: Ctx): Promise<ImportRow[]> {
  requireEditor(ctx.actor);
  const rows = await ctx.db.helpImport.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
    select: { id: true, name: true, state: true, by: { select: { name: true } }, createdAt: true },
  });
  return rows.map(({ by, ...row }) => ({ ...row, by: by?.name ?? "" }));
}
