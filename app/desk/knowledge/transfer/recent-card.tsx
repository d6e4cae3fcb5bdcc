import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { type Column, Table } from "~/components/ui/table";
import type { ImportRow } from "~/domain/knowledge/transfer/list-imports.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { STATE_TONES } from "./import-state";

/** Imports whose reports can still be read. */
export function RecentCard({
  rows,
}: {
  rows: readonly (Omit<ImportRow, "createdAt"> & { createdAt: Date | string })[];
}) {
  const t = useT();
  const columns: Column<(typeof rows)[number]>[] = [
    {
      label: t("transfer:recent.name"),
      heading: true,
      cell: ({ id, name }) => (
        <a className="wrap-anywhere" href={paths.desk.knowledge(`transfer/${id}`)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      label: t("transfer:recent.state"),
      cell: ({ state }) => <Chip tone={STATE_TONES[state]}>{t(`transfer:state.${state}`)}</Chip>,
    },
    { label: t("transfer:recent.by"), cell: ({ by }) => <bdi>{by}</bdi> },
    { label: t("transfer:recent.at"), end: true, cell: ({ createdAt }) => <TimeText at={createdAt} /> },
  ];
  return (
    <Card id="recent" title={t("transfer:recent.title")}>
      <Table caption={t("transfer:recent.title")} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <p className="small muted p-(--pad)">{t("transfer:recent.text")}</p>
    </Card>
  );
}
