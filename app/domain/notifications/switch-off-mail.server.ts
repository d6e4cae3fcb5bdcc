import type { Ctx } from "~/platform/ctx.server";
import type { AgentKind, CustomerKind } from "./preference-kinds";

/** Switches one kind of mail off for a person and leaves the unread mark as it is. For signed links. */
export async function switchOffMail(ctx: Ctx, personId: string, kind: AgentKind | CustomerKind): Promise<void> {
  await ctx.db.notificationPreference.upsert({
    where: { personId_kind: { personId, kind } },
    create: { personId, kind, mail: false },
    update: { mail: false },
  });
}
