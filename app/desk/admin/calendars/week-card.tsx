import type { SerializeFrom } from "@remix-run/node";
import { Card } from "~/components/ui/card";
import { useT } from "~/i18n/use-t";
import { ClockChangeNote } from "./clock-change-note";
import { DayText } from "./day-text";
import { OpenNow } from "./open-now";
import type { CalendarPreview } from "./preview-calendar.server";

type Props = { preview: SerializeFrom<CalendarPreview>; /** of what is typed, not of what is saved */ typed?: boolean };

const DAY = 86_400;

/** What the hours mean: this week drawn by day, the next holidays, the next change of the clock. */
export function WeekCard({ preview, typed }: Props) {
  const t = useT();
  const { week, holidays, change, timeZone } = preview;
  return (
    <Card
      id="preview"
      title={t(typed ? "calendars:preview.typed" : "calendars:preview.title")}
      actions={<OpenNow openNow={week.openNow} changes={week.changes} timeZone={timeZone} />}
      padded
    >
      <p className="muted small mb-3">{t("calendars:preview.zone", { zone: timeZone.replaceAll("_", " ") })}</p>
      <ul className="grid gap-2.5">
        {week.days.map(({ date, today, bars, holiday }) => (
          <li key={date}>
            <span className="flex flex-wrap justify-between gap-x-3">
              <b className={today ? "text-brand-ink" : "font-medium"}>
                <DayText date={date} look="short" />
                {today ? <span className="muted font-normal"> · {t("calendars:today")}</span> : null}
              </b>
              <span className="num muted">
                {holiday === null ? null : <bdi>{holiday || t("calendars:holiday")} </bdi>}
                {bars.length > 0
                  ? bars.map(({ words }) => words).join(", ")
                  : holiday === null
                    ? t("calendars:closed")
                    : null}
              </span>
            </span>
            <svg className="meter mt-1" viewBox={`0 0 ${DAY} 8`} preserveAspectRatio="none" aria-hidden="true">
              <rect className="track" width={DAY} height="8" />
              {bars.map(({ from, to }) => (
                <rect key={from} className="fill brand" x={from} width={to - from} height="8" />
              ))}
            </svg>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 mb-1 font-semibold">{t("calendars:nextHolidays")}</h3>
      {holidays.length > 0 ? (
        <ul className="small grid gap-0.5">
          {holidays.map(({ date, name }) => (
            <li key={date} className="flex flex-wrap gap-x-2">
              <span className="num">
                <DayText date={date} />
              </span>
              {name ? <bdi className="muted wrap-anywhere">{name}</bdi> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted small">{t("calendars:noHolidays")}</p>
      )}
      <h3 className="mt-4 mb-1 font-semibold">{t("calendars:change.title")}</h3>
      <ClockChangeNote change={change} />
    </Card>
  );
}
