import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { Pagination } from "~/components/ui/pagination";
import { Person } from "~/components/ui/person";
import { type Column, Table } from "~/components/ui/table";
import { listAgentStates } from "~/domain/routing/list-agent-states.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { PresenceWord } from "../../presence-word";
import { Sheet } from "../../sheet";
import { SkillWords } from "./duty-facts";
import { HoursWords } from "./hours-words";
import { LoadMeter } from "./load-meter";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("desk:admin.agents"),
  page: await listAgentStates(ctx, new URL(request.url).searchParams.get("after")),
}));

type Row = ReturnType<typeof useLoaderData<typeof loader>>["page"]["rows"][number];

/** Everybody who may get tickets, as of now. */
export default function Agents() {
  const { title, page } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (after: string | null) => (after ? paths.desk.admin("agents", { after }) : null);
  const columns: Column<Row>[] = [
    {
      label: t("identity:field.name"),
      heading: true,
      cell: ({ id, name }) => (
        <a href={paths.desk.admin(`agents/${id}`)}>
          <Person name={name} size="sm" />
        </a>
      ),
    },
    {
      label: t("agents:presence.label"),
      cell: ({ presence, absentUntil, standIn }) => (
        <span className="grid justify-items-start gap-1">
          <PresenceWord presence={presence} />
          {absentUntil ? (
            <Chip tone="warn">
              {t("agents:absence.until")} <TimeText at={absentUntil} style="short" />
            </Chip>
          ) : null}
          {absentUntil && standIn ? (
            <span className="muted small wrap-anywhere">{t("agents:absence.standsIn", { name: standIn })}</span>
          ) : null}
        </span>
      ),
    },
    {
      label: t("agents:field.load"),
      cell: ({ load, capacity }) => <LoadMeter load={load} capacity={capacity} />,
    },
    { label: t("agents:field.hours"), cell: ({ hours }) => <HoursWords hours={hours} /> },
    {
      label: t("agents:field.skills"),
      cell: ({ skills }) => (skills.length ? <SkillWords skills={skills} /> : <span className="faint">—</span>),
    },
    {
      label: t("agents:field.teams"),
      cell: ({ teams }) => (
        <span className="wrap-anywhere">
          {teams.map(({ name }) => name).join(", ") || <span className="faint">—</span>}
        </span>
      ),
    },
  ];
  return (
    <Sheet
      title={title}
      lead={t("agents:list.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton size="sm" href={paths.desk.admin("agents/places")}>
          {t("agents:places.title")}
        </LinkButton>
      }
    >
      <Card>
        <Table caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
        <Pagination previous={at(page.previous)} next={at(page.next)} />
      </Card>
    </Sheet>
  );
}
