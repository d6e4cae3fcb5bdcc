import { redirect } from "@remix-run/node";
import { makeCalendarDefault } from "~/domain/calendars/make-calendar-default.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("calendars")));

/** The company's own from now on. */
export const action = adminAction(async (ctx, { params }) => {
  const calendarId = idParam(params, "calendarId");
  return actAndReturn(paths.desk.admin(`calendars/${calendarId}`), () => makeCalendarDefault(ctx, calendarId), {
    key: "calendars:toast.default",
  });
});
