import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { LinkButton } from "~/components/ui/button";
import { type Column, Table } from "~/components/ui/table";
import { listQueues } from "~/domain/routing/list-queues.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { OrderButtons } from "../order-buttons";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const queues = await listQueues(ctx);
  const used = queues.filter(({ archivedAt }) => !archivedAt);
  return {
    title: translator(ctx.locale)("desk:admin.queues"),
    queues: queues.map(({ id, name, assignment, addresses, members, archivedAt }) => ({
      id,
      name,
      assignment,
      addresses: addresses.map(({ address }) => address),
      members: members.filter(({ active }) => active).length,
      archived: archivedAt !== null,
      first: id === used[0]?.id,
      last: id === used.at(-1)?.id,
    })),
  };
});

type Row = {
  id: string;
  name: string;
  assignment: string;
  addresses: string[];
  members: number;
  archived: boolean;
  first: boolean;
  last: boolean;
};

/** Every queue, in the order in which the desk shows them. */
export default function Queues() {
  const { title, queues } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<Row>[] = [
    {
      label: t("tickets:field.queue"),
      heading: true,
      cell: ({ id, name, archived }) => (
        <>
          <a href={paths.desk.admin(`queues/${id}`)}>
            <bdi>{name}</bdi>
          </a>{" "}
          {archived ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      ),
    },
    {
      label: t("desk:admin.addresses"),
      cell: ({ addresses }) => (
        <span className="wrap-anywhere">{addresses.join(", ") || <span className="faint">—</span>}</span>
      ),
    },
    { label: t("desk:admin.assignment"), cell: ({ assignment }) => t(`agents:queue.assignment.${assignment}`) },
    { label: t("desk:admin.members"), end: true, cell: ({ members }) => members },
    {
      label: t("desk:admin.order"),
      end: true,
      cell: ({ id, name, archived, first, last }) =>
        archived ? null : (
          <OrderButtons action={paths.desk.admin(`queues/${id}/position`)} name={name} first={first} last={last} />
        ),
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("desk:admin.queuesLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("queues/new")}>
          {t("desk:admin.newQueue")}
        </LinkButton>
      }
    >
      <Card>
        <Table caption={title} columns={columns} rows={queues} rowKey={({ id }) => id} />
      </Card>
    </Sheet>
  );
}
