import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import { getCalendarVersion } from "~/domain/calendars/get-calendar-version.server";
import { WEEKDAYS } from "~/domain/calendars/schema";
import { writeTypedCalendar } from "~/domain/calendars/write-typed-calendar";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { DayText } from "./day-text";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const calendarId = idParam(params, "calendarId");
  if (!/^\d{1,6}$/.test(params.version ?? "")) throw notFound();
  const { rules, name, ...version } = await getCalendarVersion(ctx, calendarId, Number(params.version));
  return {
    title: translator(ctx.locale)("calendars:version.title", { version: version.version, name }),
    calendarId,
    name,
    version,
    said: writeTypedCalendar({ name, rules }),
  };
});

const MONDAY = 5;
const dateOf = (index: number) => `2026-01-${String(MONDAY + index).padStart(2, "0")}`;

/** What a calendar said in one of its versions. */
export default function CalendarVersion() {
  const { title, calendarId, name, version, said } = useLoaderData<typeof loader>();
  const t = useT();
  const holidays = said.holidays ? said.holidays.split("\n") : [];
  return (
    <Sheet
      slim
      title={<bdi>{title}</bdi>}
      lead={t(version.version === version.newest ? "calendars:version.newest" : "calendars:version.older")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("calendars"), label: t("calendars:title") },
        { href: paths.desk.admin(`calendars/${calendarId}`), label: <bdi>{name}</bdi> },
      ]}
    >
      <Card padded>
        <KeyValue
          wide
          items={[
            { label: t("calendars:history.at"), value: <TimeText at={version.at} style="full" /> },
            { label: t("calendars:history.by"), value: version.byName ?? t("calendars:history.system") },
            { label: t("calendars:timeZone"), value: said.timeZone?.replaceAll("_", " ") },
            ...WEEKDAYS.map((day, index) => ({
              label: <DayText date={dateOf(index)} look="weekday" />,
              value: said[`hours.${day}`] || t("calendars:closed"),
              num: true,
            })),
            {
              label: t("calendars:holidays"),
              value:
                holidays.length > 0 ? (
                  <ul>
                    {holidays.map((line) => (
                      <li key={line}>
                        <bdi>{line}</bdi>
                      </li>
                    ))}
                  </ul>
                ) : (
                  t("calendars:noHolidays")
                ),
            },
          ]}
        />
      </Card>
    </Sheet>
  );
}
