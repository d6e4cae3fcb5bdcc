import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { listCalendars } from "~/domain/calendars/list-calendars.server";
import { createTeam } from "~/domain/identity/create-team.server";
import { listAgents } from "~/domain/identity/list-agents.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { readTeamForm } from "./read-team-form.server";
import { TeamFields } from "./team-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("agents:team.new"),
  people: (await listAgents(ctx)).map(({ id, name }) => ({ id, name })),
  calendars: await listCalendars(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  const { teamId } = await createTeam(ctx, readTeamForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin(`teams/${teamId}`), { key: "agents:toast.teamMade" });
});

/** A new team; queues choose it on their own page. */
export default function NewTeam() {
  const { title, people, calendars } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("teams"), label: t("desk:admin.teams") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <TeamFields
            team={{}}
            people={people}
            calendars={calendars}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.admin("teams")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
