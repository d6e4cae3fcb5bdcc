import type { Ctx } from "~/platform/ctx.server";
import { describeDevice, type Device } from "./device";
import { hashSessionId } from "./internal/session-adapter.server";

export type SessionRow = {
  id: string;
  device: Device;
  ip: string;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  current: boolean;
};

/** A person's living sessions, last used first. Their ids name them and open nothing. */
export async function listSessions(ctx: Ctx, personId: string, currentCookie: string): Promise<SessionRow[]> {
  const current = hashSessionId(currentCookie);
  const rows = await ctx.db.session.findMany({
    where: { personId, expiresAt: { gt: ctx.now } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, ip: true, userAgent: true, createdAt: true, lastSeenAt: true },
    take: 100,
  });
  return rows.map(({ userAgent, ...row }) => ({
    ...row,
    device: describeDevice(userAgent),
    current: row.id === current,
  }));
}
