import { redirect } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { Waypoints } from "lucide-react";
import { Banner } from "~/components/ui/banner";
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
import { DryRunResult } from "./dry-run-result";
import { actOnOrder, arranged, isSavedOrder, readOrder, savedOrder, writeOrder } from "./pending-order";
import { ruleChoices } from "./rule-choices.server";
import { LatestVersion } from "./latest-version";
import { OrderForm } from "./order-form";
import { RuleList } from "./rule-list";
import { RuleWords } from "./rule-words";

export const meta = pageTitle;

/**
 * The address holds an order and switches that are not saved: `base` is the version they are made from, `act` what was
 * pressed. Nothing is saved here.
 */
export const loader = adminLoader(async (ctx, { request }) => {
  const asked = new URL(request.url).searchParams;
  const { version, rules } = await getRules(ctx);
  const base = Number(asked.get("base") ?? version);
  const act = asked.get("act") ?? "";
  const order = (base === version && readOrder(asked.get("order"), rules.length)) || savedOrder(rules.length);
  const next = actOnOrder(order, act);
  if (next && base === version) throw redirect(addressOf(version, next));
  const shown = arranged(rules, order);
  const [choices, [latest]] = await Promise.all([ruleChoices(ctx, rules), listRuleVersions(ctx)]);
  return {
    title: translator(ctx.locale)("desk:admin.rules"),
    version,
    rules: shown,
    order: writeOrder(order),
    pending: !isSavedOrder(order),
    late: base === version ? null : { base, newest: version },
    run: act === "try" && base === version ? await dryRunRules(ctx, shown) : null,
    choices,
    latest: latest ?? null,
  };
});

function addressOf(version: number, order: ReturnType<typeof savedOrder>): string {
  if (isSavedOrder(order)) return paths.desk.admin("rules");
  const query = new URLSearchParams({ base: String(version), order: writeOrder(order) });
  return `${paths.desk.admin("rules")}?${query.toString()}`;
}

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
      {late ? (
        <Banner tone="warn" role="alert" title={t("routing:rules.conflictTitle")}>
          {t("routing:rules.error.conflict", late)}
        </Banner>
      ) : null}
      <OrderForm
        area="rules"
        version={version}
        order={order}
        pending={pending}
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
