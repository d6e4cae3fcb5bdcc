import type { Priority } from "~/generated/prisma/enums";
import type { Ctx } from "~/platform/ctx.server";
import { assertAdministers } from "./policy";
import { type Translated, translatedHint } from "./schema";

export type QueueAddressDetails = {
  address: string;
  name: string;
  primary: boolean;
  queue: { id: string; name: string; archived: boolean };
  locale: string | null;
  priority: Priority | null;
  type: { id: string; name: Translated } | null;
  tags: string[];
  signature: string;
  answer: "queue" | "none" | "template";
  text: { id: string; name: string } | null;
};

/** Addresses that mail arrives at with what tickets there start with, by queue, each queue's own From first. */
export async function listQueueAddresses(
  ctx: Ctx,
  { queueId, address }: { queueId?: string; address?: string } = {},
): Promise<QueueAddressDetails[]> {
  assertAdministers(ctx.actor);
  const rows = await ctx.db.queueAddress.findMany({
    where: { queueId, address },
    orderBy: [{ queue: { position: "asc" } }, { queueId: "asc" }, { primary: "desc" }, { address: "asc" }],
    select: {
      address: true,
      name: true,
      primary: true,
      locale: true,
      priority: true,
      tags: true,
      signature: true,
      answer: true,
      queue: { select: { id: true, name: true, archivedAt: true } },
      type: { select: { id: true, name: true } },
      template: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ queue, type, template, answer, ...row }) => ({
    ...row,
    queue: { id: queue.id, name: queue.name, archived: queue.archivedAt !== null },
    type: type && { id: type.id, name: translatedHint.parse(type.name) },
    answer: answer as QueueAddressDetails["answer"],
    text: template,
  }));
}
