import { assertManagesPeople } from "~/domain/identity/policy";
import type { StaffRole } from "~/domain/identity/schema";
import type { Ctx } from "~/platform/ctx.server";
import { invitationPayload } from "./invitation";

export type InvitationRow = {
  id: string;
  address: string;
  role: StaffRole;
  createdAt: Date;
  expiresAt: Date;
  expired: boolean;
};

/** Invitations nobody has accepted, newest first; those whose time is over may be sent again. */
export async function listInvitations(ctx: Ctx): Promise<InvitationRow[]> {
  assertManagesPeople(ctx.actor);
  const rows = await ctx.db.oneTimeToken.findMany({
    where: { purpose: "invitation", usedAt: null },
    orderBy: { id: "desc" },
    select: { id: true, address: true, payload: true, createdAt: true, expiresAt: true },
    take: 200,
  });
  return rows.map(({ payload, ...row }) => ({
    ...row,
    role: invitationPayload.parse(payload).role,
    expired: row.expiresAt <= ctx.now,
  }));
}
