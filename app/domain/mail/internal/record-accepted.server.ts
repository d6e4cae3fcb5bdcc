import { setTimeout as sleep } from "node:timers/promises";
import { clock } from "~/platform/clock.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { LIVE_CHANNEL } from "~/platform/live.server";
import type { Claim } from "../outbound-claim";
import type { Accepted } from "../transports/transport";

/** Tries again while the database is away: the shorter this takes, the rarer a mail goes out twice. */
const PAUSES_MS = [100, 500, 2_000, 5_000];

const EMPTY = Buffer.alloc(0);

/** Mails whose links let somebody in: once they are gone, the database forgets the links. */
const SECRET = ["sign-in-link", "verify-address", "password-reset", "invitation", "confirm-ticket"];

/**
 * Marks the mail sent, for good; a bounce that came back quicker than this stays one. The built-in outbox gets its bytes
 * in the same statement, the ticket's readers a signal.
 */
export async function recordAccepted(ctx: Ctx, claim: Claim, transport: string, accepted: Accepted): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await write(ctx, claim, transport, accepted);
    } catch (error) {
      const pause = PAUSES_MS[attempt];
      if (pause === undefined) throw error;
      await sleep(pause);
    }
  }
}

async function write(ctx: Ctx, claim: Claim, transport: string, { transportId, shown }: Accepted): Promise<void> {
  const at = clock.now();
  const topic = claim.entryId && claim.threadId ? `ticket:${claim.threadId}` : null;
  await ctx.db.$queryRaw(
    prepared(Prisma.sql`
    with sent as (
      update outbound_mail set sent_at = ${at}, transport = ${transport}, transport_id = ${transportId},
        state = case when state = 'bounced' then state else 'sent' end,
        status = case when state = 'bounced' then status else '2.0.0' end,
        reason = case when state = 'bounced' then reason end, detail = case when state = 'bounced' then detail end,
        lease_until = null,
        props = case when template = any(${SECRET}::text[]) then '{}'::jsonb else props end
      where id = ${claim.id}::uuid and state <> 'sent' returning id
    ), shown as (
      insert into outbox_mail (outbound_id, at, subject, bytes)
      select id, ${at}, ${shown?.subject ?? ""}, ${shown?.bytes ?? EMPTY}::bytea from sent where ${shown !== undefined}
      on conflict (outbound_id) do nothing
    )
    select pg_notify(${LIVE_CHANNEL}, ${topic}::text)::text from sent where ${topic}::text is not null`),
  );
}
