import type { MailFigures } from "~/domain/insights/mail-figures";
import { formatInstant } from "~/i18n/format";
import { useI18n, useT } from "~/i18n/use-t";

type Hour = MailFigures["hours"][number];

/** The week by hour: a row for each day, a column for each hour, mails in and out in each cell. */
export function HoursTable({ hours }: { hours: Hour[] }) {
  const t = useT();
  const { locale, timeZone } = useI18n();
  const days = new Map<string, Map<number, Hour>>();
  const hourOf = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  for (const hour of hours) {
    const day = formatInstant(hour.at, "date", locale, timeZone);
    const cells = days.get(day) ?? new Map<number, Hour>();
    cells.set(Number(hourOf.format(hour.at)), hour);
    days.set(day, cells);
  }
  const caption = t("mailadmin:health.caption.hours");
  const all = Array.from({ length: 24 }, (_, i) => i);
  return (
    <>
      <h3 className="px-(--pad) pt-3 pb-1 text-base font-semibold">{caption}</h3>
      <div className="tbl" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption className="sr">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("mailadmin:health.date")}</th>
              {all.map((hour) => (
                <th key={hour} scope="col" className="end num">
                  {String(hour).padStart(2, "0")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].map(([day, cells]) => (
              <tr key={day}>
                <th scope="row" className="num whitespace-nowrap">
                  {day}
                </th>
                {all.map((hour) => (
                  <td key={hour} className="end num">
                    <Cell hour={cells.get(hour)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ hour }: { hour: Hour | undefined }) {
  if (!hour) return null;
  const nothing = hour.in + hour.out === 0;
  return (
    <span className={nothing ? "faint" : undefined}>
      {hour.in}
      <span className="muted xs block">{hour.out}</span>
    </span>
  );
}
