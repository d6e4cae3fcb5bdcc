import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { getMailRules } from "~/domain/mailroom/rules/get-mail-rules.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../../sheet";
import { mailRuleChoices } from "./mail-rule-choices.server";
import { MailRuleWords } from "./mail-rule-words";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  if (!/^[1-9]\d{0,8}$/.test(params.version ?? "")) throw notFound();
  const { version, rules } = await getMailRules(ctx, Number(params.version));
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
      <Card padded>
        {rules.length === 0 ? <p className="muted">{t("routing:rules.none")}</p> : null}
        <ol className="grid gap-4">
          {rules.map(({ id, name, enabled, conditions, actions }, place) => (
            <li key={id}>
              <p>
                <span className="num muted">{place + 1}</span> <bdi className="font-semibold wrap-anywhere">{name}</bdi>{" "}
                {enabled ? null : <Chip>{t("routing:rules.off")}</Chip>}
              </p>
              <MailRuleWords rule={{ conditions, actions }} choices={choices} />
            </li>
          ))}
        </ol>
      </Card>
    </Sheet>
  );
}
