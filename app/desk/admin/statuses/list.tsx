import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { type Column, Table } from "~/components/ui/table";
import { inLanguage } from "~/domain/routing/schema";
import { listStatuses } from "~/domain/tickets/list-statuses.server";
import { portalState } from "~/domain/tickets/states";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { StatusTabs } from "./status-tabs";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const t = translator(ctx.locale);
  const { statuses } = await listStatuses(ctx);
  return {
    title: t("desk:admin.statuses"),
    statuses: statuses.map(({ id, state, name, builtIn, archivedAt }) => ({
      id,
      state,
      name: inLanguage(name, ctx.locale) || t(`tickets:state.${state}`),
      renamed: builtIn && name !== null,
      builtIn,
      archived: archivedAt !== null,
    })),
  };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["statuses"][number];

/** The words for states: the product's, renamed ones, and more of one's own. */
export default function Statuses() {
  const { title, statuses } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<Row>[] = [
    {
      label: t("tickets:field.status"),
      heading: true,
      cell: ({ id, name, builtIn, archived }) => (
        <>
          <a href={paths.desk.admin(`statuses/${id}`)}>
            <bdi>{name}</bdi>
          </a>{" "}
          {builtIn ? null : <Chip tone="brand">{t("desk:admin.own")}</Chip>}{" "}
          {archived ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      ),
    },
    { label: t("desk:admin.state"), cell: ({ state }) => t(`tickets:state.${state}`) },
    {
      label: t("desk:admin.customerReads"),
      cell: ({ state, name, builtIn, renamed }) =>
        builtIn && !renamed ? t(`tickets:portal.${portalState(state)}`) : <bdi>{name}</bdi>,
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.statusesLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("statuses/new")}>
          {t("desk:admin.newStatus")}
        </LinkButton>
      }
    >
      <StatusTabs current="statuses" />
      <Card>
        <Table caption={title} columns={columns} rows={statuses} rowKey={({ id }) => id} />
      </Card>
    </Sheet>
  );
}
