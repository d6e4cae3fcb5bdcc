import { useActionData, useLoaderData } from "@remix-run/react";
import { getRules } from "~/domain/routing/get-rules.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import { Sheet } from "../../sheet";
import { actOnRule } from "./act-on-rule.server";
import { emptyDraft } from "./read-rule-form";
import { ruleChoices } from "./rule-choices.server";
import { RuleForm } from "./rule-form";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const { version, rules } = await getRules(ctx);
  const title = translator(ctx.locale)("routing:rules.new");
  return { title, version, order: [...rules.map(({ name }) => name), title], choices: await ruleChoices(ctx, []) };
});

export const action = adminAction((ctx, { request }) => actOnRule(ctx, request, newId(ctx.now.getTime())));

/** A new rule, last in the list unless its place says otherwise. */
export default function NewRule() {
  const { title, version, order, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <Sheet
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("rules"), label: t("desk:admin.rules") },
      ]}
    >
      <RuleForm saved={emptyDraft(order.length)} base={version} order={order} choices={choices} answer={answer} />
    </Sheet>
  );
}
