import { useLoaderData, useNavigation } from "@remix-run/react";
import { Waypoints } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { getRules } from "~/domain/routing/get-rules.server";
import { listRuleVersions } from "~/domain/routing/list-rule-versions.server";
import { dryRunRules } from "~/domain/tickets/dry-run-rules.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { readAskedOrder } from "./asked-order.server";
import { DryRunResult } from "./dry-run-result";
import { ruleChoices } from "./rule-choices.server";
import { LatestVersion } from "./latest-version";
import { OrderForm } from "./order-form";
import { RuleList } from "./rule-list";
import { RuleWords } from "./rule-words";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const saved = await getRules(ctx);
  const asked = readAskedOrder(request, "rules", saved);
  const [choices, [latest]] = await Promise.all([ruleChoices(ctx, saved.rules), listRuleVersions(ctx)]);
  return {
    title: translator(ctx.locale)("desk:admin.rules"),
    ...asked,
    run: asked.trying ? await dryRunRules(ctx, asked.rules) : null,
    choices,
    latest: latest ?? null,
  };
});

/** The rules in the order in which they are tried; another order is tried over the newest tickets before it is saved. */
export default function Rules() {
  const { title, version, rules, order, pending, late, run, choices, latest } = useLoaderData<typeof loader>();
  const t = useT();
  const trying = useNavigation().formData?.get("act") === "try";
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
      <OrderForm
        area="rules"
        version={version}
        order={order}
        pending={pending}
        late={late}
        buttons={
          <Button name="act" value="try" size="sm" busy={trying}>
            {t("routing:rules.dryRun")}
          </Button>
        }
      >
        {rules.length > 0 ? (
          <RuleList
            area="rules"
            label={title}
            rules={rules}
            order={order}
            version={version}
            says={(rule) => <RuleWords rule={rule} choices={choices} />}
          />
        ) : (
          <EmptyState icon={Waypoints} title={t("routing:rules.none")}>
            {t("routing:rules.noneText")}
          </EmptyState>
        )}
      </OrderForm>
      {run ? <DryRunResult run={run} /> : null}
      {latest ? <LatestVersion area="rules" {...latest} /> : null}
    </Sheet>
  );
}
