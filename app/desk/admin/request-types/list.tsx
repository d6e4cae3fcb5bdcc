import { useLoaderData } from "@remix-run/react";
import { Shapes } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { type Column, Table } from "~/components/ui/table";
import { listRequestTypesForAdmin } from "~/domain/routing/list-request-types-for-admin.server";
import { inLanguage } from "~/domain/routing/schema";
import { priorityCode } from "~/domain/tickets/states";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { OrderButtons } from "../order-buttons";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const types = await listRequestTypesForAdmin(ctx);
  const used = types.filter(({ archivedAt }) => !archivedAt);
  return {
    title: translator(ctx.locale)("desk:admin.types"),
    types: types.map(({ id, name, hint, queue, priority, archivedAt }) => ({
      id,
      name: inLanguage(name, ctx.locale),
      hint: inLanguage(hint, ctx.locale),
      queueName: queue.name,
      priority,
      archived: archivedAt !== null,
      first: id === used[0]?.id,
      last: id === used.at(-1)?.id,
    })),
  };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>["types"][number];

/** What customers choose on the form, in the form's order. */
export default function RequestTypes() {
  const { title, types } = useLoaderData<typeof loader>();
  const t = useT();
  const make = (
    <LinkButton variant="primary" size="sm" href={paths.desk.admin("types/new")}>
      {t("desk:admin.newType")}
    </LinkButton>
  );
  const columns: Column<Row>[] = [
    {
      label: t("tickets:field.type"),
      heading: true,
      cell: ({ id, name, hint, archived }) => (
        <>
          <a href={paths.desk.admin(`types/${id}`)}>
            <bdi>{name}</bdi>
          </a>{" "}
          {archived ? <Chip>{t("desk:admin.archived")}</Chip> : null}
          {hint ? <span className="muted small block font-normal">{hint}</span> : null}
        </>
      ),
    },
    { label: t("tickets:field.queue"), cell: ({ queueName }) => <bdi className="wrap-anywhere">{queueName}</bdi> },
    {
      label: t("tickets:field.priority"),
      cell: ({ priority }) => `${priorityCode(priority)} ${t(`tickets:priority.${priority}`)}`,
    },
    {
      label: t("desk:admin.order"),
      end: true,
      cell: ({ id, name, archived, first, last }) =>
        archived ? null : (
          <OrderButtons action={paths.desk.admin(`types/${id}/position`)} name={name} first={first} last={last} />
        ),
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.typesLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={make}
    >
      <Card>
        {types.length > 0 ? (
          <Table caption={title} columns={columns} rows={types} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={Shapes} title={t("desk:admin.noTypes")}>
            {t("desk:admin.noTypesText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
