import { History } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Version = { version: number; at: Date | string; by: string | null; rules: number };
type Props = { area: string; caption: string; versions: readonly Version[] };

/** Who saved a list of rules when. */
export function VersionTable({ area, caption, versions }: Props) {
  const t = useT();
  if (!versions.length) return <EmptyState icon={History} title={t("routing:rules.noVersions")} />;
  return (
    <Table<Version>
      caption={caption}
      rows={versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          label: t("routing:rules.version"),
          heading: true,
          cell: ({ version }) => (
            <a href={paths.desk.admin(`${area}/versions/${version}`)}>
              {t("routing:rules.versionNumber", { version })}
            </a>
          ),
        },
        { label: t("routing:rules.savedAt"), cell: ({ at }) => <TimeText at={at} style="dated" /> },
        { label: t("routing:rules.savedBy"), cell: ({ by }) => (by ? <bdi>{by}</bdi> : "—") },
        { label: t("routing:rules.count"), end: true, cell: ({ rules }) => rules },
      ]}
    />
  );
}
