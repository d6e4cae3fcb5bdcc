import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { type Column, Table } from "~/components/ui/table";
import { describeWeek } from "~/domain/calendars/describe-week";
import { listCalendarsForAdmin } from "~/domain/calendars/list-calendars-for-admin.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { OpenNow } from "./open-now";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("calendars:title"),
  calendars: (await listCalendarsForAdmin(ctx)).map(({ rules, ...calendar }) => {
    const { openNow, changes } = describeWeek(rules, ctx.now);
    return { ...calendar, timeZone: rules.timeZone, openNow, changes };
  }),
}));

type Row = ReturnType<typeof useLoaderData<typeof loader>>["calendars"][number];

/** The hours of the company, of teams and of people. */
export default function Calendars() {
  const { title, calendars } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<Row>[] = [
    {
      label: t("calendars:name"),
      heading: true,
      cell: ({ id, name, isDefault, archived }) => (
        <>
          <a href={paths.desk.admin(`calendars/${id}`)} className="wrap-anywhere">
            <bdi>{name}</bdi>
          </a>{" "}
          {isDefault ? <Chip tone="brand">{t("calendars:default")}</Chip> : null}
          {archived ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      ),
    },
    { label: t("calendars:timeZone"), cell: ({ timeZone }) => timeZone.replaceAll("_", " ") },
    { label: t("calendars:now"), cell: (row) => <OpenNow {...row} /> },
    {
      label: t("calendars:uses.title"),
      cell: ({ uses }) => (uses > 0 ? t("calendars:uses.count", { count: uses }) : <span className="faint">—</span>),
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("calendars:lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("calendars/new")}>
          {t("calendars:new")}
        </LinkButton>
      }
    >
      <Card>
        <Table caption={title} columns={columns} rows={calendars} rowKey={({ id }) => id} />
      </Card>
    </Sheet>
  );
}
