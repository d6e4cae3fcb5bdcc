import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { listQueueAddresses, type QueueAddressDetails } from "./list-queue-addresses.server";

/** One address with what tickets there start with, or 404. */
export async function getQueueAddress(ctx: Ctx, address: string): Promise<QueueAddressDetails> {
  const [found] = await listQueueAddresses(ctx, { address });
  if (!found) throw notFound();
  return found;
}
