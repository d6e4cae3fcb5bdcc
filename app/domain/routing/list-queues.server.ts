import type { Assignment, Fit, SendMode } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";

export type QueueDetails = {
  id: string;
  name: string;
  position: number;
  assignment: Assignment;
  locale: string;
  sendMode: SendMode;
  receipt: boolean;
  signature: string;
  lastAgent: boolean;
  languageFit: Fit;
  regionFit: Fit;
  idleMinutes: number | null;
  team: { id: string; name: string } | null;
  archivedAt: Date | null;
  /** The primary one first. */
  addresses: { address: string; name: string; primary: boolean }[];
  members: { id: string; name: string; assignable: boolean; viaTeam: boolean; active: boolean }[];
};

/** Every queue with addresses and members for the administrators' screens, archived ones last. */
export async function listQueues(ctx: Ctx): Promise<QueueDetails[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.queue.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      position: true,
      assignment: true,
      locale: true,
      sendMode: true,
      receipt: true,
      signature: true,
      lastAgent: true,
      languageFit: true,
      regionFit: true,
      idleMinutes: true,
      team: { select: { id: true, name: true } },
      archivedAt: true,
      addresses: {
        orderBy: [{ primary: "desc" }, { address: "asc" }],
        select: {
          address: true,
          name: true,
          primary: true,
        },
      },
      members: {
        select: {
          assignable: true,
          viaTeam: true,
          person: {
            select: {
              id: true,
              name: true,
              deactivatedAt: true,
            },
          },
        },
      },
    },
  });
  return rows
    .map(({ members, ...queue }) => ({
      ...queue,
      members: members
        .map(({ assignable, viaTeam, person }) => ({
          id: person.id,
          name: person.name,
          assignable,
          viaTeam,
          active: !person.deactivatedAt,
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    }))
    .toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
}
