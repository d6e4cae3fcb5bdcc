import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { listRuleVersions } from "~/domain/routing/list-rule-versions.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { VersionTable } from "./version-table";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("routing:rules.versions"),
  versions: await listRuleVersions(ctx),
}));

/** Who saved the rules when. */
export default function RuleVersions() {
  const { title, versions } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("rules"), label: t("desk:admin.rules") },
      ]}
    >
      <Card>
        <VersionTable area="rules" caption={title} versions={versions} />
      </Card>
    </Sheet>
  );
}
