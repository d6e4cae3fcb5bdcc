import { useLoaderData, useNavigation } from "@remix-run/react";
import { Filter } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { dryRunMailRules } from "~/domain/mailroom/rules/dry-run-mail-rules.server";
import { DRY_RUN_SIZES } from "~/domain/mailroom/rules/dry-run-sizes";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { listMailRuleFigures } from "~/domain/mailroom/rules/list-mail-rule-figures.server";
import { listMailRuleVersions } from "~/domain/mailroom/rules/list-mail-rule-versions.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { readAskedOrder } from "../../rules/asked-order.server";
import { LatestVersion } from "../../rules/latest-version";
import { OrderForm } from "../../rules/order-form";
import { RuleList } from "../../rules/rule-list";
import { MailTabs } from "../mail-tabs";
import { DryRunSize } from "./dry-run-size";
import { MailDryRunResult } from "./mail-dry-run-result";
import { mailRuleChoices } from "./mail-rule-choices.server";
import { MailRuleFigureWords } from "./mail-rule-figures";
import { MailRuleWords } from "./mail-rule-words";

const HERE = "mail/rules";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const saved = await getMailRules(ctx);
  const asked = readAskedOrder(request, HERE, saved);
  const [choices, [latest], figures] = await Promise.all([
    mailRuleChoices(ctx),
    listMailRuleVersions(ctx),
    listMailRuleFigures(
      ctx,
      saved.rules.map(({ id }) => id),
    ),
  ]);
  const count = Number(new URL(request.url).searchParams.get("count")) || DRY_RUN_SIZES[0];
  return {
    title: translator(ctx.locale)("mailrules:title"),
    ...asked,
    run: asked.trying ? await dryRunMailRules(ctx, asked.rules, count) : null,
    choices,
    figures: Object.fromEntries(figures),
    latest: latest ?? null,
  };
});

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
      <OrderForm
        area={HERE}
        version={version}
        order={order}
        pending={pending}
        late={late}
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
