import type { Ctx, Role } from "~/platform/ctx.server";
import { kindsOf, type PreferenceKind } from "./preference-kinds";

export type Preference = { kind: PreferenceKind; screen: boolean; mail: boolean };

/** A person's switches in the order they are shown; without a row both are on. */
export async function listPreferences(ctx: Ctx, person: { id: string; role: Role }): Promise<Preference[]> {
  const rows = await ctx.db.notificationPreference.findMany({ where: { personId: person.id } });
  return kindsOf(person.role).map((kind) => {
    const row = rows.find((r) => r.kind === kind);
    return { kind, screen: row?.screen ?? true, mail: row?.mail ?? true };
  });
}
