import { useActionData, useLoaderData } from "@remix-run/react";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { suggestMailRule } from "~/domain/mailroom/rules/suggest-mail-rule.server";
import type { PersonCtx } from "~/http/ctx.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import { Sheet } from "../../../sheet";
import { actOnMailRule } from "./act-on-mail-rule.server";
import { mailRuleChoices } from "./mail-rule-choices.server";
import { MailRuleForm } from "./mail-rule-form";
import { emptyMailDraft } from "./read-mail-rule-form";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const { version, rules } = await getMailRules(ctx);
  const title = translator(ctx.locale)("routing:rules.new");
  const order = [...rules.map(({ name }) => name), title];
  return { title, version, order, mail: await mailOf(ctx, request), choices: await mailRuleChoices(ctx) };
});

export const action = adminAction(async (ctx, { request }) =>
  actOnMailRule(ctx, request, { ruleId: newId(ctx.now.getTime()), mail: await mailOf(ctx, request) }),
);

/** `?mail=` names the received mail that the rule is made from. */
async function mailOf(ctx: PersonCtx, request: Request) {
  const id = new URL(request.url).searchParams.get("mail");
  return id ? suggestMailRule(ctx, id) : null;
}

/** A new rule, last in the list unless its place says otherwise. */
export default function NewMailRule() {
  const { title, version, order, mail, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <Sheet
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("mail/rules"), label: t("mailrules:title") },
      ]}
    >
      <MailRuleForm
        saved={emptyMailDraft(order.length)}
        base={version}
        order={order}
        choices={choices}
        mail={mail}
        answer={answer}
      />
    </Sheet>
  );
}
