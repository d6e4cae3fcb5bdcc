import { useLoaderData } from "@remix-run/react";
import { Timer } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { type Column, Table } from "~/components/ui/table";
import { getRecomputeProgress } from "~/domain/sla/get-recompute-progress.server";
import { listPolicies, OPEN_TICKETS_CAP } from "~/domain/sla/list-policies.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { conditionChoices } from "../conditions/condition-choices.server";
import { ConditionWords } from "../conditions/condition-words";
import { OrderButtons } from "../order-buttons";
import { RecomputeBanner } from "./recompute-banner";
import { TargetsWords } from "./targets-words";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const policies = await listPolicies(ctx);
  const used = policies.filter(({ archivedAt }) => !archivedAt);
  return {
    title: translator(ctx.locale)("desk:admin.sla"),
    progress: await getRecomputeProgress(ctx),
    choices: await conditionChoices(
      ctx,
      policies.map(({ rules }) => rules.conditions),
    ),
    policies: policies.map(({ id, name, version, archivedAt, rules, calendar, openTickets }) => ({
      id,
      name,
      version,
      conditions: rules.conditions,
      targets: rules.targets,
      calendar,
      openTickets: openTickets > OPEN_TICKETS_CAP ? `${OPEN_TICKETS_CAP}+` : String(openTickets),
      archived: archivedAt !== null,
      place: used.findIndex((policy) => policy.id === id) + 1,
      last: id === used.at(-1)?.id,
    })),
  };
});

/** Every policy, in the order in which a new ticket is held against their conditions. */
export default function Policies() {
  const { title, policies, choices, progress } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<(typeof policies)[number]>[] = [
    {
      label: t("sla:policy.policy"),
      heading: true,
      cell: ({ id, name, version, archived, place }) => (
        <>
          {archived ? null : <span className="num faint">{place}. </span>}
          <a href={paths.desk.admin(`sla/${id}`)}>
            <bdi>{name}</bdi>
          </a>{" "}
          {archived ? <Chip>{t("desk:admin.archived")}</Chip> : null}
          <a className="muted small mt-1 block py-1 font-normal" href={paths.desk.admin(`sla/${id}/history`)}>
            {t("sla:policy.version", { version })}
          </a>
        </>
      ),
    },
    {
      label: t("sla:policy.appliesTo"),
      cell: ({ conditions }) => <ConditionWords conditions={conditions} choices={choices} />,
    },
    {
      label: t("sla:policy.targets"),
      cell: ({ targets, calendar }) => (
        <div>
          <TargetsWords targets={targets} />
          <p className="muted small mt-1">
            {t("sla:policy.calendar")}: <bdi>{calendar ?? t("sla:policy.calendarOwnShort")}</bdi>
          </p>
        </div>
      ),
    },
    {
      label: t("sla:policy.openTickets"),
      end: true,
      cell: ({ openTickets }) => <span className="num">{openTickets}</span>,
    },
    {
      label: t("desk:admin.order"),
      end: true,
      cell: ({ id, name, archived, place, last }) =>
        archived ? null : (
          <OrderButtons action={paths.desk.admin(`sla/${id}/position`)} name={name} first={place === 1} last={last} />
        ),
    },
  ];
  const make = (
    <LinkButton variant="primary" size="sm" href={paths.desk.admin("sla/new")}>
      {t("sla:policy.new")}
    </LinkButton>
  );
  return (
    <Sheet
      title={title}
      lead={t("sla:policy.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={make}
    >
      <RecomputeBanner progress={progress} />
      <Card>
        {policies.length ? (
          <Table caption={title} columns={columns} rows={policies} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={Timer} title={t("sla:policy.empty")} action={make}>
            {t("sla:policy.emptyText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
