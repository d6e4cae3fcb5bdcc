import { redirect } from "@remix-run/node";
import { archiveCalendar } from "~/domain/calendars/archive-calendar.server";
import { restoreCalendar } from "~/domain/calendars/restore-calendar.server";
import { actAndReturn } from "~/http/act-and-return.server";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { archiveForm } from "../../move-form";

/** Looking does nothing. */
export const loader = adminLoader(async () => redirect(paths.desk.admin("calendars")));

/** Out of every choice, or back. */
export const action = adminAction(async (ctx, { request, params }) => {
  const calendarId = idParam(params, "calendarId");
  const { restore } = await readInput(ctx, request, archiveForm);
  return actAndReturn(
    paths.desk.admin(`calendars/${calendarId}`),
    () => (restore ? restoreCalendar(ctx, calendarId) : archiveCalendar(ctx, calendarId)),
    { key: restore ? "desk:toast.restored" : "desk:toast.archived" },
  );
});
