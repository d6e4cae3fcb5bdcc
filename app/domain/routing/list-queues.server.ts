import type { Assignment, SendMode } from "~/generated/prisma/enums";
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
  archivedAt: Date | null;
  /** The primary one first. */
  addresses: { address: string; name: string; primary: boolean }[];
  members: { id: string; name: string; assignable: boolean; active: boolean }[];
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
        .map(({ assignable, person }) => ({
          id: person.id,
          name: person.name,
          assignable,
          active: !person.deactivatedAt,
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    }))
    .toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
}
