import { forbidden, notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

/** Lets pass whoever may plan another's duty: administrators, the lead of a team of theirs, the person when `own`; 404 else. */
export async function assertPlansFor(ctx: Ctx, personId: string, { own }: { own: boolean }): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "system") return;
  if (actor.kind !== "person" || actor.role === "customer") throw forbidden();
  if (actor.role === "administrator" || (own && actor.personId === personId)) return;
  if (!(await isLeadOf(ctx, actor.personId, personId))) throw notFound();
}

/** Whether `leadId` leads a team in use in which `personId` works. Nobody leads oneself. */
async function isLeadOf(ctx: Ctx, leadId: string, personId: string): Promise<boolean> {
  if (leadId === personId) return false;
  const [row] = await ctx.db.$queryRaw<{ leads: boolean }[]>`
    select exists (select 1 from team_member m join team t on t.id = m.team_id
      where m.person_id = ${personId}::uuid and t.lead_id = ${leadId}::uuid and t.archived_at is null) as leads`;
  return row?.leads ?? false;
}
