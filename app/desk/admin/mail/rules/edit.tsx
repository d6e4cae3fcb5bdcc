import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { listMailRuleFigures } from "~/domain/mailroom/rules/list-mail-rule-figures.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { keepWhileTyping } from "../../../keep-while-typing";
import { Sheet } from "../../../sheet";
import { useDrawn } from "../../../use-drawn";
import { actOnMailRule } from "./act-on-mail-rule.server";
import { DryRunSize } from "./dry-run-size";
import { mailRuleChoices } from "./mail-rule-choices.server";
import { MailRuleFigureWords } from "./mail-rule-figures";
import { MailRuleForm } from "./mail-rule-form";
import { mailRuleDraft } from "./read-mail-rule-form";

export const meta = pageTitle;

export const shouldRevalidate = keepWhileTyping();

export const loader = adminLoader(async (ctx, { params }) => {
  const ruleId = idParam(params, "ruleId");
  const { version, rules } = await getMailRules(ctx);
  const place = rules.findIndex(({ id }) => id === ruleId) + 1;
  const rule = rules[place - 1];
  if (!rule) throw notFound();
  const [choices, figures] = await Promise.all([mailRuleChoices(ctx), listMailRuleFigures(ctx, [ruleId])]);
  return {
    title: rule.name,
    ruleId,
    version,
    draft: mailRuleDraft(rule, place),
    order: rules.map(({ name }) => name),
    figures: figures.get(ruleId),
    choices,
  };
});

export const action = adminAction((ctx, { request, params }) =>
  actOnMailRule(ctx, request, { ruleId: idParam(params, "ruleId"), mail: null }),
);

/** A rule that is there: changed, tried, or taken away. */
export default function EditMailRule() {
  const { title, ruleId, version, draft, order, choices, figures } = useLoaderData<typeof loader>();
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
        { href: paths.desk.admin("mail/rules"), label: t("mailrules:title") },
      ]}
    >
      <MailRuleFigureWords figures={figures} />
      <MailRuleForm key={ruleId} saved={draft} base={version} order={order} choices={choices} answer={answer} />
      <Card padded>
        <Form method="post" className="flex flex-wrap items-center gap-3" preventScrollReset>
          <input type="hidden" name="base" value={base} />
          <p className="muted small min-w-0 flex-1 basis-60">{t("routing:rules.removeText")}</p>
          <Button name="act" value="try-removal" size="sm">
            {t("mailrules:dryRunRemoval")}
          </Button>
          <DryRunSize />
          <Button variant="danger" size="sm" formAction={paths.desk.admin(`mail/rules/${ruleId}/removal`)}>
            {t("routing:rules.remove")}
          </Button>
        </Form>
      </Card>
    </Sheet>
  );
}
