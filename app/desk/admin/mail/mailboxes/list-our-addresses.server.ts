import { listQueues } from "~/domain/routing/list-queues.server";
import type { PersonCtx } from "~/http/ctx.server";

/** Addresses of the queues in use that a mailbox may be for; patterns for many are none. */
export async function listOurAddresses(ctx: PersonCtx): Promise<{ address: string; queue: string }[]> {
  const queues = (await listQueues(ctx)).filter(({ archivedAt }) => archivedAt === null);
  return queues.flatMap(({ name, addresses }) =>
    addresses.filter(({ address }) => !address.startsWith("*")).map(({ address }) => ({ address, queue: name })),
  );
}
