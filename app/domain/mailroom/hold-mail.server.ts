import { alwaysOpen } from "~/domain/calendars/always-open";
import { deadline } from "~/domain/calendars/deadline";
import { rememberCalendar } from "~/domain/calendars/remember-calendar";
import { type CalendarRules } from "~/domain/calendars/schema";
import { finishInboundMail, type InboundResult } from "~/domain/mail/inbound-result.server";
import type { InboundWork } from "~/domain/mail/take-inbound-mail.server";
import type { Ctx } from "~/platform/ctx.server";
import type { Hold } from "./holds";
import type { ReadMail } from "./read-mail.server";
import { touchMailroom } from "./touch-mailroom.server";
import { traceOf, traceStage } from "./trace-run.server";

const HOUR = 3_600;
/** Working time after which the lead hears of it. */
const ALERT_AFTER = 4 * HOUR;

/** Puts a mail aside for a person, in the caller's transaction. It answers nobody and stays until somebody decides. */
export async function holdMail(
  ctx: Ctx,
  inbound: InboundWork,
  { targets, boxes, trace }: Pick<ReadMail, "targets" | "boxes" | "trace">,
  hold: Hold,
  facts: Partial<InboundResult> = {},
): Promise<void> {
  const queueId = facts.queueId ?? targets.queueIds[0] ?? boxes.firstQueueId;
  const alertAt = await alertTime(ctx, queueId);
  await ctx.db.$executeRaw`
    insert into mail_hold (inbound_id, reason, data, queue_id, held_at, alert_at)
    values (${inbound.id}::uuid, ${hold.reason}, ${JSON.stringify(hold.data)}::jsonb, ${queueId}::uuid, ${ctx.now},
      ${alertAt})
    on conflict (inbound_id) do update set reason = excluded.reason, data = excluded.data, queue_id = excluded.queue_id,
      held_at = excluded.held_at, alert_at = excluded.alert_at, alerted_at = null, claimed_by_id = null,
      claimed_at = null, decided_at = null, decided_by_id = null, decision = null`;
  traceStage(trace, { stage: "route", result: "held", hold: hold.reason, queueId });
  traceStage(trace, { stage: "answer", result: "none", why: "held" });
  await finishInboundMail(ctx, inbound.id, { ...facts, outcome: null, queueId, trace: traceOf(trace) });
  touchMailroom(ctx, queueId);
}

type Hours = { id: string; rules: CalendarRules };

/** In the hours of the queue's team, else the company's, else day and night. */
async function alertTime(ctx: Ctx, queueId: string | null): Promise<Date> {
  const [row] = await ctx.db.$queryRaw<Hours[]>`
    select v.id::text, v.rules from calendar c
    join calendar_version v on v.calendar_id = c.id and v.version = c.version
    where c.id = coalesce(
      (select tc.id from queue q join team te on te.id = q.team_id and te.archived_at is null
        join calendar tc on tc.id = te.calendar_id and tc.archived_at is null where q.id = ${queueId}::uuid),
      (select dc.id from calendar dc where dc.is_default and dc.archived_at is null))`;
  const calendar = row ? rememberCalendar(row.id, () => row.rules) : alwaysOpen;
  return (
    deadline(calendar, ctx.now, ALERT_AFTER) ??
    deadline(alwaysOpen, ctx.now, ALERT_AFTER) ??
    new Date(ctx.now.getTime() + ALERT_AFTER * 1_000)
  );
}
