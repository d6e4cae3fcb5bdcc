import { useLoaderData } from "@remix-run/react";
import { Waypoints } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { getRules } from "~/domain/routing/get-rules.server";
import { listRuleVersions } from "~/domain/routing/list-rule-versions.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { ruleChoices } from "./rule-choices.server";
import { RuleList } from "./rule-list";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const { version, rules } = await getRules(ctx);
  const [choices, [latest]] = await Promise.all([ruleChoices(ctx, rules), listRuleVersions(ctx)]);
  return { title: translator(ctx.locale)("desk:admin.rules"), version, rules, choices, latest: latest ?? null };
});

/** The rules in the order in which they are tried. */
export default function Rules() {
  const { title, version, rules, choices, latest } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={title}
      lead={t("routing:rules.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("rules/new")}>
          {t("routing:rules.new")}
        </LinkButton>
      }
    >
      <Card>
        {rules.length > 0 ? (
          <RuleList rules={rules} version={version} choices={choices} />
        ) : (
          <EmptyState icon={Waypoints} title={t("routing:rules.none")}>
            {t("routing:rules.noneText")}
          </EmptyState>
        )}
      </Card>
      {latest ? (
        <p className="muted small">
          {t("routing:rules.versionNumber", { version })} · <TimeText at={latest.at} style="dateTime" />{" "}
          {latest.by ? (
            <>
              · <bdi>{latest.by}</bdi>{" "}
            </>
          ) : null}
          · <a href={paths.desk.admin("rules/versions")}>{t("routing:rules.versions")}</a>
        </p>
      ) : null}
    </Sheet>
  );
}
