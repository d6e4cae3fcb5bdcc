import { assertAdministers } from "~/domain/routing/policy";
import type { Ctx } from "~/platform/ctx.server";

const SHOWN = 5;
const CAP = 1_000;

export type FailedMail = {
  id: string;
  receivedAt: Date;
  fromAddress: string;
  envelopeFrom: string;
  subject: string;
  error: string | null;
};

/** Mails that could not be read and were set aside: the newest, and how many there are, up to 1,000. */
export async function listFailedMail(ctx: Ctx): Promise<{ mails: FailedMail[]; count: number }> {
  assertAdministers(ctx.actor);
  const mails = await ctx.db.$queryRaw<FailedMail[]>`
    select id::text, received_at as "receivedAt", from_address as "fromAddress", envelope_from as "envelopeFrom", subject,
      error
    from inbound_mail where stage = 'failed' order by received_at desc, id desc limit ${SHOWN}`;
  if (mails.length < SHOWN) return { mails, count: mails.length };
  const [row] = await ctx.db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from (select 1 from inbound_mail where stage = 'failed' limit ${CAP}) failed`;
  return { mails, count: row.count };
}
