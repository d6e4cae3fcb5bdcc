import { useLoaderData } from "@remix-run/react";
import { getRules } from "~/domain/routing/get-rules.server";
import { pageTitle } from "~/http/page-title";
import { versionParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { ruleChoices } from "./rule-choices.server";
import { RuleWords } from "./rule-words";
import { VersionRules } from "./version-rules";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const { version, rules } = await getRules(ctx, versionParam(params));
  const title = translator(ctx.locale)("routing:rules.versionNumber", { version });
  return { title, rules, choices: await ruleChoices(ctx, rules) };
});

/** The rules as one version says them. */
export default function RuleVersion() {
  const { title, rules, choices } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("rules"), label: t("desk:admin.rules") },
        { href: paths.desk.admin("rules/versions"), label: t("routing:rules.versions") },
      ]}
    >
      <VersionRules rules={rules} says={(rule) => <RuleWords rule={rule} choices={choices} />} />
    </Sheet>
  );
}
