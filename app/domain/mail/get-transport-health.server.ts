import { config } from "~/platform/config.server";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";

/** Counting stops here. */
export const WAITING_CAP = 10_000;
const LATE_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
const SILENT_MS = 7 * DAY_MS;

type Row = {
  queued: number;
  deferred: number;
  failed: number;
  oldest: Date | null;
  lastSentAt: Date | null;
  lastFailedAt: Date | null;
  reason: string | null;
  detail: string | null;
};

export type TransportHealth = Row & {
  transport: "resend" | "smtp" | "outbox";
  /** Where mail is handed over, without credentials; null for the outbox. */
  place: string | null;
  health: "ok" | "trouble" | "silent";
};

/**
 * How mail leaves: which way, what waits, what failed within a day, the last mail sent and the last refusal. Trouble is a
 * refusal after the last mail sent, or a mail that is late by a quarter of an hour; silence is a week without a mail.
 * Reads the newest of each state by index.
 */
export async function getTransportHealth(ctx: Ctx): Promise<TransportHealth> {
  const dayAgo = new Date(ctx.now.getTime() - DAY_MS);
  const [row] = await ctx.db.$queryRaw<[Row]>(
    prepared(Prisma.sql`
      select
        (select count(*)::int from (select 1 from outbound_mail where state in ('queued', 'sending') limit ${WAITING_CAP}::int) w) as queued,
        (select count(*)::int from (select 1 from outbound_mail where state = 'deferred' limit ${WAITING_CAP}::int) w) as deferred,
        (select count(*)::int from (select 1 from outbound_mail where state in ('failed', 'bounced')
          and next_try_at > ${dayAgo} limit ${WAITING_CAP}::int) w) as failed,
        (select min(created_at) from (select created_at from outbound_mail where state = 'queued'
          and next_try_at <= ${ctx.now} limit ${WAITING_CAP}::int) w) as oldest,
        (select sent_at from outbound_mail where state = 'sent' order by next_try_at desc limit 1) as "lastSentAt",
        r.at as "lastFailedAt", r.reason, r.detail
      from (values (1)) one(n)
      left join lateral (
        select e.at, e.reason, e.detail from unnest('{deferred,failed,bounced}'::delivery_state[]) s(state)
        cross join lateral (
          select o.next_try_at, coalesce(o.sent_at, o.created_at) as at, o.reason, o.detail from outbound_mail o
          where o.state = s.state order by o.next_try_at desc limit 1
        ) e order by e.at desc limit 1
      ) r on true`),
  );
  return { ...row, ...placeOf(), health: healthOf(row, ctx.now) };
}

function healthOf({ oldest, lastSentAt, lastFailedAt, reason }: Row, now: Date): TransportHealth["health"] {
  if (oldest && now.getTime() - oldest.getTime() > LATE_MS) return "trouble";
  if (lastFailedAt && OURS.includes(reason ?? "") && (!lastSentAt || lastFailedAt > lastSentAt)) return "trouble";
  return lastSentAt && now.getTime() - lastSentAt.getTime() < SILENT_MS ? "ok" : "silent";
}

/** What lies with the way out, not with one recipient. */
const OURS = ["networkerror", "securityerror", "systemerror", "systemfull", "toomanyconn", "blocked", "badreputation"];

function placeOf(): Pick<TransportHealth, "transport" | "place"> {
  const { resend, smtpUrl } = config();
  if (resend.apiKey) return { transport: "resend", place: "api.resend.com" };
  if (smtpUrl) return { transport: "smtp", place: new URL(smtpUrl).host };
  return { transport: "outbox", place: null };
}
