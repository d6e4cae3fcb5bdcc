import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { createPolicy } from "~/domain/sla/create-policy.server";
import { listPolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { conditionChoices } from "../conditions/condition-choices.server";
import { emptyDraft, readPolicyDraft } from "./policy-draft";
import { PolicyForm } from "./policy-form";
import type { PolicyFormAnswer } from "./policy-form-answer";
import { readEditedDraft } from "./read-edited-draft";
import { readPolicyForm } from "./read-policy-form.server";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("sla:policy.new"),
  choices: await listPolicyChoices(ctx),
  conditionChoices: await conditionChoices(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  const edited = readEditedDraft(form);
  if (edited) return { edited };
  const { policyId } = await createPolicy(ctx, readPolicyForm(readPolicyDraft(form)));
  return redirectWithToast(paths.desk.admin(`sla/${policyId}`), { key: "sla:policy.made" });
});

/** A new policy; it comes last in order. */
export default function NewPolicy() {
  const { title, choices, conditionChoices } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      lead={t("sla:policy.newLead")}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("sla"), label: t("desk:admin.sla") },
      ]}
    >
      <Card padded>
        <PolicyForm
          key={useLocation().key}
          saved={emptyDraft()}
          answer={useActionData<typeof action>() as PolicyFormAnswer}
          choices={choices}
          conditionChoices={conditionChoices}
          submit={t("desk:admin.create")}
        />
      </Card>
    </Sheet>
  );
}
