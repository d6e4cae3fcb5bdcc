import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import { explainClock } from "~/domain/tickets/explain-clock.server";
import { getClocks } from "~/domain/tickets/get-clocks.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { priorityCode } from "~/domain/tickets/states";
import type { DeskHandle } from "../../desk-handle";
import { Sheet } from "../../sheet";
import { useNow } from "../use-now";
import { clockWords, zoneName } from "./clock-words";
import { CycleList } from "./cycle-list";
import { drawTimeLine } from "./draw-time-line";
import { StretchTable } from "./stretch-table";
import { TimeLineChart } from "./time-line-chart";
import { clockSpan } from "./zone-time";

export { DeskError as ErrorBoundary } from "../../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const number = ticketNumber(params);
  const id = idParam(params, "targetId");
  const [explanation, { clocks }] = await Promise.all([explainClock(ctx, number, id), getClocks(ctx, number)]);
  const { clock } = explanation;
  const t = translator(ctx.locale);
  const title = t("sla:timeline.title", { kind: t(`sla:clock.${clock.kind}`), number });
  const line = drawTimeLine(explanation, ctx.now, clock.calendar?.timeZone ?? ctx.timeZone);
  return { title, number, clock, clocks, line, loadedAt: ctx.now.toISOString() };
});

/** How a due time came about: its stretches on a time line, each with its seconds, and what they add up to. */
export default function ClockPage() {
  const { number, clock, clocks, line, loadedAt } = useLoaderData<typeof loader>();
  const reader = useI18n();
  const now = useNow(loadedAt);
  const { t } = reader;
  const words = clockWords(clock, now, reader);
  const used = line.stretches.findLast((stretch) => !stretch.toCome)?.used ?? 0;
  return (
    <Sheet
      title={t("sla:timeline.heading")}
      crumbs={[{ href: paths.desk.ticket(number), label: `#${number}` }]}
      lead={
        <span suppressHydrationWarning>
          {words.label}: {words.text}. {clock.cycle > 1 ? t("sla:timeline.cycle", { cycle: clock.cycle }) : null}
        </span>
      }
    >
      <Card padded title={t("sla:timeline.line")}>
        <TimeLineChart
          line={line}
          label={t("sla:timeline.summary", {
            kind: t(`sla:clock.${clock.kind}`),
            used: clockSpan(used),
            budget: clockSpan(clock.budgetSeconds),
            count: line.stretches.length,
          })}
        />
        <p className="xs muted mt-2">
          {clock.calendar
            ? t("sla:timeline.zone", { zone: zoneName(line.timeZone), name: line.timeZone })
            : t("sla:timeline.dayAndNight", { zone: zoneName(line.timeZone), name: line.timeZone })}
        </p>
      </Card>
      <Card padded title={t("sla:timeline.sum")}>
        <KeyValue
          wide
          items={[
            { label: t("sla:timeline.start"), value: <TimeText at={clock.startedAt} style="full" />, num: true },
            { label: t("sla:timeline.budget"), value: clockSpan(clock.budgetSeconds), num: true },
            { label: t("sla:timeline.usedSoFar"), value: clockSpan(used), num: true },
            { label: t("sla:timeline.pausedSoFar"), value: clockSpan(clock.pausedSeconds), num: true },
            {
              label: t("sla:timeline.due"),
              value: clock.dueAt ? <TimeText at={clock.dueAt} style="full" /> : t(`sla:timeline.noDue.${clock.state}`),
              num: true,
            },
            clock.metAt && {
              label: t("sla:timeline.done"),
              value: <TimeText at={clock.metAt} style="full" />,
              num: true,
            },
            {
              label: t("sla:timeline.policy"),
              value: t("sla:timeline.policyVersion", { ...clock.policy, priority: priorityCode(clock.priority) }),
            },
            { label: t("sla:timeline.hours"), value: clock.calendar?.name ?? t("sla:clock.dayAndNight") },
          ]}
        />
      </Card>
      <Card title={t("sla:timeline.stretches")}>
        <StretchTable line={line} />
      </Card>
      <CycleList clocks={clocks} current={clock.id} number={number} now={now} />
    </Sheet>
  );
}
