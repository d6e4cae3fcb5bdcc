import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { listCalendars } from "~/domain/calendars/list-calendars.server";
import { changeAgent } from "~/domain/routing/change-agent.server";
import { getAgent } from "~/domain/routing/get-agent.server";
import { listSkills } from "~/domain/routing/list-skills.server";
import { listUsedRegions } from "~/domain/routing/list-used-regions.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { PresenceWord } from "../../presence-word";
import { Sheet } from "../../sheet";
import { LoadMeter } from "./load-meter";
import { ProfileFields } from "./profile-fields";
import { readProfileForm } from "./read-profile-form.server";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const agent = await getAgent(ctx, idParam(params, "personId"));
  const skills = (await listSkills(ctx)).filter(({ archivedAt }) => !archivedAt);
  return {
    title: agent.name,
    agent,
    calendars: await listCalendars(ctx),
    skills: skills.map(({ id, name }) => ({ id, name })),
    usedRegions: await listUsedRegions(ctx),
  };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const personId = idParam(params, "personId");
  await changeAgent(ctx, personId, readProfileForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin(`agents/${personId}`), { key: "desk:toast.saved" });
});

/** What automatic assignment is told of a colleague, and the way to their duty. */
export default function AgentProfile() {
  const { agent, calendars, skills, usedRegions } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={<bdi>{agent.name}</bdi>}
      lead={<PresenceWord presence={agent.presence} />}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("agents"), label: t("desk:admin.agents") },
      ]}
      actions={
        <LinkButton size="sm" href={paths.desk.agent(agent.id)}>
          {t("agents:profile.duty")}
        </LinkButton>
      }
    >
      <Card padded>
        <p className="mb-3 grid max-w-60">
          <LoadMeter load={agent.load} capacity={agent.capacity} />
        </p>
        <p className="small wrap-anywhere">
          <span className="muted">{t("agents:field.teams")}:</span>{" "}
          {agent.teams.length
            ? agent.teams.map(({ id, name }, i) => (
                <span key={id}>
                  {i ? ", " : ""}
                  <a href={paths.desk.admin(`teams/${id}`)}>{name}</a>
                </span>
              ))
            : "—"}
        </p>
      </Card>
      <Card padded>
        <Form key={agent.mark} method="post" className="form">
          <FailureErrors of={failed} />
          <input type="hidden" name="mark" value={agent.mark} />
          <ProfileFields
            agent={agent}
            calendars={calendars}
            skills={skills}
            usedRegions={usedRegions}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.admin("agents")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
