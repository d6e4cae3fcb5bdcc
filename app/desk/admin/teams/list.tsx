import { useLoaderData } from "@remix-run/react";
import { UsersRound } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { type Column, Table } from "~/components/ui/table";
import { listTeams } from "~/domain/identity/list-teams.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("desk:admin.teams"),
  teams: await listTeams(ctx),
}));

type Row = ReturnType<typeof useLoaderData<typeof loader>>["teams"][number];

/** Every team, with who leads it and where it works. */
export default function Teams() {
  const { title, teams } = useLoaderData<typeof loader>();
  const t = useT();
  const none = <span className="faint">—</span>;
  const columns: Column<Row>[] = [
    {
      label: t("agents:team.name"),
      heading: true,
      cell: ({ id, name, archivedAt }) => (
        <>
          <a href={paths.desk.admin(`teams/${id}`)}>
            <bdi className="wrap-anywhere">{name}</bdi>
          </a>{" "}
          {archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      ),
    },
    { label: t("agents:team.lead"), cell: ({ lead }) => (lead ? <bdi>{lead.name}</bdi> : none) },
    { label: t("agents:field.hours"), cell: ({ calendar }) => calendar?.name ?? t("agents:hours.company") },
    {
      label: t("desk:admin.queues"),
      cell: ({ queues }) => <span className="wrap-anywhere">{queues.map(({ name }) => name).join(", ") || none}</span>,
    },
    {
      label: t("agents:team.members"),
      end: true,
      cell: ({ members }) => <span className="num">{members.length}</span>,
    },
  ];
  const make = (
    <LinkButton variant="primary" size="sm" href={paths.desk.admin("teams/new")}>
      {t("agents:team.new")}
    </LinkButton>
  );
  return (
    <Sheet
      title={title}
      lead={t("agents:team.listLead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={teams.length ? make : null}
    >
      <Card>
        {teams.length ? (
          <Table caption={title} columns={columns} rows={teams} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={UsersRound} title={t("agents:team.none")} action={make} />
        )}
      </Card>
    </Sheet>
  );
}
