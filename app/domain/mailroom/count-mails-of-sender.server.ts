import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { mailQueues } from "./mail-queues.server";

export const SENDER_DAYS = 30;
const CAP = 1_000;
const STOP = Prisma.raw(`limit ${CAP}`);

export type SenderCounts = { cap: number; address: number; domain: number };

/** How many mails came from an address and from its domain in 30 days, up to a thousand each: what a block would have cost. */
export async function countMailsOfSender(ctx: Ctx, address: string): Promise<SenderCounts> {
  mailQueues(ctx.actor); // staff alone
  const since = new Date(ctx.now.getTime() - SENDER_DAYS * 86_400_000);
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const [row] = await ctx.db.$queryRaw<{ address: number; domain: number }[]>`
    select (select count(*)::int from (select 1 from inbound_mail i
        where i.from_address in (${address}, ${address.toLowerCase()}) and i.received_at > ${since} ${STOP}) a) as address,
      (select count(*)::int from (select 1 from inbound_mail i
        where lower(split_part(i.from_address, '@', 2)) = ${domain} and i.from_address <> ''
          and i.received_at > ${since} ${STOP}) d) as domain`;
  return { cap: CAP, address: row?.address ?? 0, domain: row?.domain ?? 0 };
}
