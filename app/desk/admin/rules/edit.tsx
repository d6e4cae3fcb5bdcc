import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { getRules } from "~/domain/routing/get-rules.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { keepWhileTyping } from "../../keep-while-typing";
import { Sheet } from "../../sheet";
import { useDrawn } from "../../use-drawn";
import { actOnRule } from "./act-on-rule.server";
import { ruleDraft } from "./read-rule-form";
import { ruleChoices } from "./rule-choices.server";
import { RuleForm } from "./rule-form";

export const meta = pageTitle;

export const shouldRevalidate = keepWhileTyping();

export const loader = adminLoader(async (ctx, { params }) => {
  const ruleId = idParam(params, "ruleId");
  const { version, rules } = await getRules(ctx);
  const place = rules.findIndex(({ id }) => id === ruleId) + 1;
  const rule = rules[place - 1];
  if (!rule) throw notFound();
  const order = rules.map(({ name }) => name);
  return {
    title: rule.name,
    ruleId,
    version,
    draft: ruleDraft(rule, place),
    order,
    choices: await ruleChoices(ctx, [rule]),
  };
});

export const action = adminAction((ctx, { request, params }) => actOnRule(ctx, request, idParam(params, "ruleId")));

/** A rule that is there: changed, tried, or taken away. */
export default function EditRule() {
  const { title, ruleId, version, draft, order, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const drawn = useDrawn(version);
  // Only who was told of a newer list may take a rule out of it.
  const base = answer && "draft" in answer ? answer.base : drawn;
  const t = useT();
  return (
    <Sheet
      title={<bdi>{title}</bdi>}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("rules"), label: t("desk:admin.rules") },
      ]}
    >
      <RuleForm key={ruleId} saved={draft} base={version} order={order} choices={choices} answer={answer} />
      <Card padded>
        <Form
          method="post"
          action={paths.desk.admin(`rules/${ruleId}/removal`)}
          className="flex flex-wrap items-center gap-3"
        >
          <input type="hidden" name="base" value={base} />
          <p className="muted small min-w-0 flex-1 basis-60">{t("routing:rules.removeText")}</p>
          <Button variant="danger" size="sm">
            {t("routing:rules.remove")}
          </Button>
        </Form>
      </Card>
    </Sheet>
  );
}
