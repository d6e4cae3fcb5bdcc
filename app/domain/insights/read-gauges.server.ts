import type { Ctx } from "~/platform/ctx.server";

type Gauge = { name: string; help: string; value: number; labels?: Record<string, string> };
type Row = { jobs: number; failed: number; mail_in: number; queued: number; deferred: number; oldest_job: number };

const CAP = 10_000;

/** What an operator watches: work that waits. Counts stop at 10,000 and read indexes only. */
export async function readGauges(ctx: Ctx): Promise<Gauge[]> {
  const [row] = await ctx.db.$queryRaw<Row[]>`
    select
      (select count(*)::int from (select 1 from graphile_worker._private_jobs where is_available limit ${CAP}) x) as jobs,
      (select count(*)::int from (select 1 from graphile_worker._private_jobs where attempts >= max_attempts limit ${CAP}) x) as failed,
      (select coalesce(extract(epoch from ${ctx.now}::timestamptz - min(run_at)), 0)::float8 from graphile_worker._private_jobs
        where is_available and run_at <= ${ctx.now}::timestamptz) as oldest_job,
      (select count(*)::int from (select 1 from inbound_mail where stage not in ('done', 'failed') limit ${CAP}) x) as mail_in,
      (select count(*)::int from (select 1 from outbound_mail where state = 'queued' limit ${CAP}) x) as queued,
      (select count(*)::int from (select 1 from outbound_mail where state = 'deferred' limit ${CAP}) x) as deferred`;
  if (!row) return [];
  return [
    { name: "sportello_jobs_waiting", help: "Jobs that wait, up to 10,000", value: row.jobs },
    { name: "sportello_jobs_given_up", help: "Jobs that failed for good, up to 10,000", value: row.failed },
    {
      name: "sportello_jobs_oldest_seconds",
      help: "Age of the oldest job that is due",
      value: Math.max(0, row.oldest_job),
    },
    { name: "sportello_mail_in_unfinished", help: "Received mails that are not yet tickets", value: row.mail_in },
    {
      name: "sportello_mail_out_waiting",
      help: "Mails that wait to be sent",
      value: row.queued,
      labels: { state: "queued" },
    },
    {
      name: "sportello_mail_out_waiting",
      help: "Mails that wait to be sent",
      value: row.deferred,
      labels: { state: "deferred" },
    },
  ];
}
