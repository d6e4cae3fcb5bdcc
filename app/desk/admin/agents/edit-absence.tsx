import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { absenceForm } from "~/domain/routing/absence-schema";
import { changeAbsence } from "~/domain/routing/change-absence.server";
import { getAgent } from "~/domain/routing/get-agent.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { type Failure, agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { AbsenceFields } from "./absence-fields";
import { dutyPath } from "./duty-path";
import { listStandIns } from "./list-stand-ins.server";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const agent = await getAgent(ctx, idParam(params, "personId"));
  const absence = agent.absences.find(({ id }) => id === idParam(params, "absenceId"));
  if (!absence) throw notFound();
  return {
    title: translator(ctx.locale)("agents:absence.edit"),
    agent: { id: agent.id, name: agent.name, timeZone: agent.timeZone },
    absence,
    colleagues: await listStandIns(ctx, agent.id),
    back: dutyPath(ctx, agent.id),
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const personId = idParam(params, "personId");
  await changeAbsence(ctx, personId, idParam(params, "absenceId"), await readInput(ctx, request, absenceForm));
  return redirectWithToast(dutyPath(ctx, personId), { key: "agents:toast.absenceChanged" });
});

/** Moves a planned time out of office, or takes it back. */
export default function EditAbsence() {
  const { title, agent, absence, colleagues, back } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet slim title={title} crumbs={[{ href: back, label: <bdi>{agent.name}</bdi> }]}>
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <AbsenceFields
            absence={absence}
            timeZone={agent.timeZone}
            colleagues={colleagues}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={back}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <Card padded id="removal" title={t("agents:absence.remove")}>
        <p className="muted small mb-3">{t("agents:absence.removeText")}</p>
        <Form method="post" action={paths.desk.agent(agent.id, `absences/${absence.id}/removal`)}>
          <Button variant="danger">{t("agents:absence.removeDo")}</Button>
        </Form>
      </Card>
    </Sheet>
  );
}
