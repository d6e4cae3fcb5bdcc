import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { listCalendars } from "~/domain/calendars/list-calendars.server";
import { changeTeam } from "~/domain/identity/change-team.server";
import { listAgents } from "~/domain/identity/list-agents.server";
import { listTeams } from "~/domain/identity/list-teams.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { ArchiveCard } from "../archive-card";
import { readTeamForm } from "./read-team-form.server";
import { TeamFields } from "./team-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const teamId = idParam(params, "teamId");
  const team = (await listTeams(ctx)).find(({ id }) => id === teamId);
  if (!team) throw notFound();
  const people = await listAgents(ctx);
  return {
    title: team.name,
    team,
    people: people.map(({ id, name }) => ({ id, name })),
    calendars: await listCalendars(ctx),
  };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const teamId = idParam(params, "teamId");
  await changeTeam(ctx, teamId, readTeamForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin(`teams/${teamId}`), { key: "desk:toast.saved" });
});

/** A team's people and hours; its queues follow its members. */
export default function EditTeam() {
  const { team, people, calendars } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={
        <>
          <bdi>{team.name}</bdi> {team.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("teams"), label: t("desk:admin.teams") },
      ]}
    >
      <Card padded title={t("agents:team.queues")} id="queues">
        {team.queues.length ? (
          <p className="wrap-anywhere">
            {team.queues.map(({ id, name }, i) => (
              <span key={id}>
                {i ? ", " : ""}
                <a href={paths.desk.admin(`queues/${id}`)}>{name}</a>
              </span>
            ))}
          </p>
        ) : (
          <p className="muted small">{t("agents:team.noQueues")}</p>
        )}
      </Card>
      <Card padded>
        <Form key={team.mark} method="post" className="form">
          <FailureErrors of={failed} />
          <input type="hidden" name="mark" value={team.mark} />
          <TeamFields
            team={team}
            people={people}
            calendars={calendars}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.admin("teams")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <ArchiveCard action={paths.desk.admin(`teams/${team.id}/archive`)} archived={team.archivedAt !== null}>
        {t("agents:team.archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}
