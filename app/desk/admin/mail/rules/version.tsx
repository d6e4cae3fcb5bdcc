import { useLoaderData } from "@remix-run/react";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { pageTitle } from "~/http/page-title";
import { versionParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { mailRuleChoices } from "./mail-rule-choices.server";
import { MailRuleWords } from "./mail-rule-words";
import { VersionRules } from "../../rules/version-rules";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const { version, rules } = await getMailRules(ctx, versionParam(params));
  const title = translator(ctx.locale)("routing:rules.versionNumber", { version });
  return { title, rules, choices: await mailRuleChoices(ctx) };
});

/** The rules as one version says them. */
export default function MailRuleVersion() {
  const { title, rules, choices } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("mail/rules"), label: t("mailrules:title") },
        { href: paths.desk.admin("mail/rules/versions"), label: t("routing:rules.versions") },
      ]}
    >
      <VersionRules rules={rules} says={(rule) => <MailRuleWords rule={rule} choices={choices} />} />
    </Sheet>
  );
}
