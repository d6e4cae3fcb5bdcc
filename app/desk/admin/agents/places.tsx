import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { changePriorityWeights } from "~/domain/routing/change-priority-weights.server";
import { getPriorityWeights } from "~/domain/routing/get-priority-weights.server";
import { weightsForm } from "~/domain/routing/profile-schema";
import { priorityCode } from "~/domain/tickets/states";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("agents:places.title"),
  weights: await getPriorityWeights(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  await changePriorityWeights(ctx, await readInput(ctx, request, weightsForm));
  return redirectWithToast(paths.desk.admin("agents/places"), { key: "agents:toast.places" });
});

const PRIORITIES = ["urgent", "high", "normal", "low"] as const;

/** How many places a ticket takes, by its priority. */
export default function Places() {
  const { title, weights } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      lead={t("agents:places.lead")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("agents"), label: t("desk:admin.agents") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <div className="grid grid-cols-2 gap-3 tablet:grid-cols-4">
            {PRIORITIES.map((priority) => (
              <TextInput
                key={priority}
                name={priority}
                type="number"
                inputMode="numeric"
                min={1}
                max={100}
                required
                label={`${priorityCode(priority)} ${t(`tickets:priority.${priority}`)}`}
                defaultValue={failed?.values[priority] ?? weights[priority]}
                error={failed?.failure.fields[priority]}
              />
            ))}
          </div>
          <p className="muted small">{t("agents:places.hint")}</p>
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.admin("agents")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
