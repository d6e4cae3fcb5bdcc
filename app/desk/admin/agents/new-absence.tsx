import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { absenceForm } from "~/domain/routing/absence-schema";
import { addAbsence } from "~/domain/routing/add-absence.server";
import { getAgent } from "~/domain/routing/get-agent.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { type Failure, agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { AbsenceFields } from "./absence-fields";
import { dutyPath } from "./duty-path";
import { listStandIns } from "./list-stand-ins.server";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const agent = await getAgent(ctx, idParam(params, "personId"));
  return {
    title: translator(ctx.locale)("agents:absence.new"),
    name: agent.name,
    timeZone: agent.timeZone,
    colleagues: await listStandIns(ctx, agent.id),
    back: dutyPath(ctx, agent.id),
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const personId = idParam(params, "personId");
  await addAbsence(ctx, personId, await readInput(ctx, request, absenceForm));
  return redirectWithToast(dutyPath(ctx, personId), { key: "agents:toast.absenceAdded" });
});

/** Plans a time out of office. */
export default function NewAbsence() {
  const { title, name, timeZone, colleagues, back } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet slim title={title} crumbs={[{ href: back, label: <bdi>{name}</bdi> }]}>
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <AbsenceFields
            timeZone={timeZone}
            colleagues={colleagues}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("agents:absence.add")}</Button>
            <LinkButton href={back}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
