import type { Ctx } from "~/platform/ctx.server";

const BATCH = 500;

/** Gives a job to mails that are due and have none: their sender died, or their job was lost. */
export async function sweepDeliveries(ctx: Ctx): Promise<number> {
  return ctx.db.$executeRaw`
    select graphile_worker.add_job('mail.deliver', json_build_object('outboundId', due.id), null, null, 25,
      'mail.deliver:' || due.id, 10)
    from (
      (select id from outbound_mail where state in ('queued', 'deferred') and next_try_at <= ${ctx.now} limit ${BATCH})
      union all
      (select id from outbound_mail where state = 'sending' and lease_until <= ${ctx.now} limit ${BATCH})
    ) due
    where not exists (select from graphile_worker.jobs j where j.key = 'mail.deliver:' || due.id and j.locked_at is null)`;
}
