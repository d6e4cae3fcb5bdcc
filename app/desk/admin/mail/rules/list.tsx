import { redirect } from "@remix-run/node";
import { useLoaderData, useNavigation } from "@remix-run/react";
import { Filter } from "lucide-react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { dryRunMailRules } from "~/domain/mailroom/rules/dry-run-mail-rules.server";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { listMailRuleFigures } from "~/domain/mailroom/rules/list-mail-rule-figures.server";
import { listMailRuleVersions } from "~/domain/mailroom/rules/list-mail-rule-versions.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { LatestVersion } from "../../rules/latest-version";
import { OrderForm } from "../../rules/order-form";
import { actOnOrder, arranged, isSavedOrder, readOrder, savedOrder, writeOrder } from "../../rules/pending-order";
import { RuleList } from "../../rules/rule-list";
import { MailTabs } from "../mail-tabs";
import { DryRunSize } from "./dry-run-size";
import { MailDryRunResult } from "./mail-dry-run-result";
import { mailRuleChoices } from "./mail-rule-choices.server";
import { MailRuleFigureWords } from "./mail-rule-figures";
import { MailRuleWords } from "./mail-rule-words";

const HERE = "mail/rules";

export const meta = pageTitle;

/**
 * The address holds an order and switches that are not saved: `base` is the version they are made from, `act` what was
 * pressed. Nothing is saved here.
 */
export const loader = adminLoader(async (ctx, { request }) => {
  const asked = new URL(request.url).searchParams;
  const { version, rules } = await getMailRules(ctx);
  const base = Number(asked.get("base") ?? version);
  const act = asked.get("act") ?? "";
  const order = (base === version && readOrder(asked.get("order"), rules.length)) || savedOrder(rules.length);
  const next = actOnOrder(order, act);
  if (next && base === version) throw redirect(addressOf(version, next));
  const shown = arranged(rules, order);
  const [choices, [latest], figures] = await Promise.all([
    mailRuleChoices(ctx),
    listMailRuleVersions(ctx),
    listMailRuleFigures(
      ctx,
      rules.map(({ id }) => id),
    ),
  ]);
  const count = Number(asked.get("count")) || 100;
  return {
    title: translator(ctx.locale)("mailrules:title"),
    version,
    rules: shown,
    order: writeOrder(order),
    pending: !isSavedOrder(order),
    late: base === version ? null : { base, newest: version },
    run: act === "try" && base === version ? await dryRunMailRules(ctx, shown, count) : null,
    choices,
    figures: Object.fromEntries(figures),
    latest: latest ?? null,
  };
});

function addressOf(version: number, order: ReturnType<typeof savedOrder>): string {
  if (isSavedOrder(order)) return paths.desk.admin(HERE);
  return paths.desk.admin(HERE, { base: version, order: writeOrder(order) });
}

/** The rules in the order in which they are tried; another order is tried over the last mails before it is saved. */
export default function MailRules() {
  const { title, version, rules, order, pending, late, run, choices, figures, latest } = useLoaderData<typeof loader>();
  const t = useT();
  const trying = useNavigation().formData?.get("act") === "try";
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("mailrules:lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin(`${HERE}/new`)}>
          {t("routing:rules.new")}
        </LinkButton>
      }
    >
      <MailTabs current="rules" />
      <h2 className="sr">{title}</h2>
      {late ? (
        <Banner tone="warn" role="alert" title={t("routing:rules.conflictTitle")}>
          {t("routing:rules.error.conflict", late)}
        </Banner>
      ) : null}
      <OrderForm
        area={HERE}
        version={version}
        order={order}
        pending={pending}
        buttons={
          <>
            <Button name="act" value="try" size="sm" busy={trying}>
              {t("mailrules:dryRun")}
            </Button>
            <DryRunSize asked={run?.asked} />
          </>
        }
      >
        {rules.length > 0 ? (
          <RuleList
            area={HERE}
            label={title}
            rules={rules}
            order={order}
            version={version}
            says={(rule) => (
              <>
                <MailRuleWords rule={rule} choices={choices} />
                <MailRuleFigureWords figures={figures[rule.id]} />
              </>
            )}
          />
        ) : (
          <EmptyState icon={Filter} title={t("routing:rules.none")}>
            {t("mailrules:noneText")}
          </EmptyState>
        )}
      </OrderForm>
      {run ? <MailDryRunResult run={run} /> : null}
      {latest ? <LatestVersion area={HERE} {...latest} /> : null}
    </Sheet>
  );
}
