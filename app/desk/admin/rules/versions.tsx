import { useLoaderData } from "@remix-run/react";
import { History } from "lucide-react";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { listRuleVersions } from "~/domain/routing/list-rule-versions.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";

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
        {versions.length > 0 ? (
          <Table
            caption={title}
            rows={versions}
            rowKey={({ version }) => String(version)}
            columns={[
              {
                label: t("routing:rules.version"),
                heading: true,
                cell: ({ version }) => (
                  <a href={paths.desk.admin(`rules/versions/${version}`)}>
                    {t("routing:rules.versionNumber", { version })}
                  </a>
                ),
              },
              { label: t("routing:rules.savedAt"), cell: ({ at }) => <TimeText at={at} style="dated" /> },
              { label: t("routing:rules.savedBy"), cell: ({ by }) => (by ? <bdi>{by}</bdi> : "—") },
              { label: t("routing:rules.count"), end: true, cell: ({ rules }) => rules },
            ]}
          />
        ) : (
          <EmptyState icon={History} title={t("routing:rules.noVersions")} />
        )}
      </Card>
    </Sheet>
  );
}
