import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { changeCalendar } from "~/domain/calendars/change-calendar.server";
import { getCalendar } from "~/domain/calendars/get-calendar.server";
import { listTimeZones } from "~/domain/calendars/list-time-zones";
import { writeTypedCalendar } from "~/domain/calendars/write-typed-calendar";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { ArchiveCard } from "../archive-card";
import { CalendarForm } from "./calendar-form";
import { HistoryCard } from "./history-card";
import { outcomeOf } from "./outcome";
import { previewCalendar } from "./preview-calendar.server";
import { readCalendarPost } from "./read-calendar-post.server";
import { UsesCard } from "./uses-card";
import { WeekCard } from "./week-card";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const { rules, ...calendar } = await getCalendar(ctx, idParam(params, "calendarId"));
  return {
    title: calendar.name,
    calendar,
    saved: writeTypedCalendar({ name: calendar.name, rules }),
    preview: previewCalendar(rules, ctx.now),
    zones: listTimeZones(ctx.now),
  };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const calendarId = idParam(params, "calendarId");
  const post = await readCalendarPost(ctx, request);
  if (!("save" in post)) return post;
  const { version } = await changeCalendar(ctx, calendarId, { ...post.save, seen: post.seen });
  return redirectWithToast(paths.desk.admin(`calendars/${calendarId}`, { saved: version }), {
    key: "desk:toast.saved",
  });
});

/** After a conflict the page must know the version that is there now. */
export const shouldRevalidate = () => true;

/** A calendar: its form, what it means, who uses it, and what it said before. */
export default function EditCalendar() {
  const { title, calendar, saved, preview, zones } = useLoaderData<typeof loader>();
  const { failed, drafted } = outcomeOf(useActionData<typeof action>());
  const [search] = useSearchParams();
  const t = useT();
  const { id, version, isDefault, builtIn, archived } = calendar;
  return (
    <Sheet
      title={
        <>
          <bdi>{title}</bdi> {isDefault ? <Chip tone="brand">{t("calendars:default")}</Chip> : null}
          {archived ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      lead={builtIn ? t("calendars:builtIn") : t("calendars:editLead")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("calendars"), label: t("calendars:title") },
      ]}
    >
      <div className="grid items-start gap-3 laptop:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        {builtIn ? null : (
          <Card padded>
            <CalendarForm
              key={search.get("saved")}
              saved={saved}
              version={version}
              zones={zones}
              failed={failed}
              drafted={drafted}
            />
          </Card>
        )}
        <div className="grid gap-3">
          <WeekCard preview={drafted?.preview ?? preview} typed={Boolean(drafted?.preview)} />
          <UsesCard uses={calendar.uses} isDefault={isDefault} />
          {isDefault || archived ? null : (
            <Card padded id="default" title={t("calendars:makeDefault")}>
              <p className="muted small mb-3">{t("calendars:makeDefaultText")}</p>
              <Form method="post" action={paths.desk.admin(`calendars/${id}/default`)}>
                <Button>{t("calendars:makeDefault")}</Button>
              </Form>
            </Card>
          )}
          {builtIn ? null : <HistoryCard calendarId={id} history={calendar.history} />}
          {builtIn || isDefault ? null : (
            <ArchiveCard action={paths.desk.admin(`calendars/${id}/archive`)} archived={archived}>
              {t("calendars:archiveText")}
            </ArchiveCard>
          )}
        </div>
      </div>
    </Sheet>
  );
}
