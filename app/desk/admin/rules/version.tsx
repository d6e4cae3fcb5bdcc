import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { getRules } from "~/domain/routing/get-rules.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { ruleChoices } from "./rule-choices.server";
import { RuleWords } from "./rule-words";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  if (!/^[1-9]\d{0,8}$/.test(params.version ?? "")) throw notFound();
  const { version, rules } = await getRules(ctx, Number(params.version));
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
      <Card padded>
        {rules.length === 0 ? <p className="muted">{t("routing:rules.none")}</p> : null}
        <ol className="grid gap-4">
          {rules.map(({ id, name, enabled, conditions, actions }, place) => (
            <li key={id}>
              <p>
                <span className="num muted">{place + 1}</span> <bdi className="font-semibold wrap-anywhere">{name}</bdi>{" "}
                {enabled ? null : <Chip>{t("routing:rules.off")}</Chip>}
              </p>
              <RuleWords rule={{ conditions, actions }} choices={choices} />
            </li>
          ))}
        </ol>
      </Card>
    </Sheet>
  );
}
