import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { createCalendar } from "~/domain/calendars/create-calendar.server";
import { listTimeZones } from "~/domain/calendars/list-time-zones";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { CalendarForm } from "./calendar-form";
import { outcomeOf } from "./outcome";
import { readCalendarPost } from "./read-calendar-post.server";
import { WeekCard } from "./week-card";

export const meta = pageTitle;

const OFFICE = "08:00–12:00, 14:00–18:00";
const WORKING_DAYS = ["mon", "tue", "wed", "thu", "fri"];

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("calendars:new"),
  zones: listTimeZones(ctx.now),
  /** What most would type. */
  usual: { timeZone: ctx.timeZone, ...Object.fromEntries(WORKING_DAYS.map((day) => [`hours.${day}`, OFFICE])) },
}));

export const action = adminAction(async (ctx, { request }) => {
  const post = await readCalendarPost(ctx, request);
  if (!("save" in post)) return post;
  const { calendarId } = await createCalendar(ctx, post.save);
  return redirectWithToast(paths.desk.admin(`calendars/${calendarId}`), { key: "desk:toast.saved" });
});

/** A new calendar. */
export default function NewCalendar() {
  const { title, zones, usual } = useLoaderData<typeof loader>();
  const { failed, drafted } = outcomeOf(useActionData<typeof action>());
  const t = useT();
  return (
    <Sheet
      title={title}
      lead={t("calendars:newLead")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("calendars"), label: t("calendars:title") },
      ]}
    >
      <div className="grid items-start gap-3 laptop:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <Card padded>
          <CalendarForm saved={usual} zones={zones} failed={failed} drafted={drafted} />
        </Card>
        {drafted?.preview ? <WeekCard preview={drafted.preview} typed /> : null}
      </div>
    </Sheet>
  );
}
