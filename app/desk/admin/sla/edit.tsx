import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { changePolicy } from "~/domain/sla/change-policy.server";
import { getPolicy } from "~/domain/sla/get-policy.server";
import { getRecomputeProgress } from "~/domain/sla/get-recompute-progress.server";
import { listPolicyChoices } from "~/domain/sla/list-policy-choices.server";
import { webhookSecret } from "~/domain/sla/webhook-secret.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useI18n } from "~/i18n/use-t";
import { ArchiveCard } from "../archive-card";
import { Sheet } from "../../sheet";
import { conditionChoices } from "../conditions/condition-choices.server";
import { draftOf, readPolicyDraft } from "./policy-draft";
import { PolicyForm } from "./policy-form";
import type { PolicyFormAnswer } from "./policy-form-answer";
import { readEditedDraft } from "./read-edited-draft";
import { readPolicyForm } from "./read-policy-form.server";
import { RecomputeBanner } from "./recompute-banner";
import { WebhookCard } from "./webhook-card";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const policy = await getPolicy(ctx, idParam(params, "policyId"));
  return {
    title: policy.name,
    policy,
    choices: await listPolicyChoices(ctx),
    conditionChoices: await conditionChoices(ctx, [policy.rules.conditions]),
    progress: await getRecomputeProgress(ctx),
    secret: policy.rules.ladder.some(({ actions }) => actions.some((act) => act.do === "webhook"))
      ? webhookSecret()
      : null,
  };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const policyId = idParam(params, "policyId");
  const form = await readForm(ctx, request);
  const edited = readEditedDraft(form);
  const version = Number(form.get("version"));
  if (edited) return { edited, version: String(version) };
  await changePolicy(ctx, policyId, { ...readPolicyForm(readPolicyDraft(form)), version });
  return redirectWithToast(paths.desk.admin(`sla/${policyId}`), { key: "sla:policy.saved" });
});

/** A policy as it is now; saving makes its next version. */
export default function EditPolicy() {
  const { policy, choices, conditionChoices, progress, secret } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const here = paths.desk.admin(`sla/${policy.id}`);
  return (
    <Sheet
      slim
      title={
        <>
          <bdi>{policy.name}</bdi> {policy.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("sla"), label: t("desk:admin.sla") },
      ]}
      actions={
        <LinkButton size="sm" href={`${here}/history`}>
          {t("sla:policy.versionLink", { version: policy.version })}
        </LinkButton>
      }
    >
      <RecomputeBanner progress={progress} />
      <Card padded>
        <PolicyForm
          key={useLocation().key}
          saved={draftOf(policy, locale)}
          version={policy.version}
          answer={useActionData<typeof action>() as PolicyFormAnswer}
          choices={choices}
          conditionChoices={conditionChoices}
          submit={t("sla:policy.save")}
          newest={here}
        />
      </Card>
      {secret ? <WebhookCard secret={secret} /> : null}
      <ArchiveCard action={`${here}/archive`} archived={policy.archivedAt !== null}>
        {t("sla:policy.archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}
