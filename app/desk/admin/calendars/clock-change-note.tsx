import type { SerializeFrom } from "@remix-run/node";
import type { ClockChange } from "~/domain/calendars/describe-clock-change";
import { useI18n } from "~/i18n/use-t";
import { DayText } from "./day-text";

/** What happens to opening hours that the clock skips or repeats at its next change. */
export function ClockChangeNote({ change }: { change: SerializeFrom<ClockChange> | null }) {
  const { t, locale } = useI18n();
  if (!change) return <p className="muted small">{t("calendars:change.none")}</p>;
  const { from, to, kind, touched } = change;
  const hours = (seconds: number) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: "hour", maximumFractionDigits: 2 }).format(seconds / 3600);
  return (
    <div className="small">
      <p>
        <b className="font-medium">
          <DayText date={change.date} />
        </b>
        {": "}
        {t(`calendars:change.${kind}`, { from, to })}
      </p>
      {touched.length === 0 ? (
        <p className="muted">{t("calendars:change.untouched")}</p>
      ) : (
        <>
          <ul className="list-disc ps-5">
            {touched.map(({ date, open, close, planned, real }) => (
              <li key={`${date} ${open}`} suppressHydrationWarning>
                <DayText date={date} look="weekday" />{" "}
                {t(real === planned ? "calendars:change.moved" : "calendars:change.touched", {
                  hours: `${open}–${close}`,
                  planned: hours(planned),
                  real: hours(real),
                })}
              </li>
            ))}
          </ul>
          <p className="muted">{t(`calendars:change.rule.${kind}`)}</p>
        </>
      )}
    </div>
  );
}
