import type { SerializeFrom } from "@remix-run/node";
import { Card } from "~/components/ui/card";
import { type Column, Table } from "~/components/ui/table";
import type { CalendarVersionLine } from "~/domain/calendars/get-calendar.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Line = SerializeFrom<CalendarVersionLine>;
type Props = { calendarId: string; history: readonly Line[] };

/** Who saved which version when; each can be read as it was. */
export function HistoryCard({ calendarId, history }: Props) {
  const t = useT();
  const columns: Column<Line>[] = [
    {
      label: t("calendars:history.version"),
      heading: true,
      cell: ({ version }) => <a href={paths.desk.admin(`calendars/${calendarId}/versions/${version}`)}>{version}</a>,
    },
    { label: t("calendars:history.at"), cell: ({ at }) => <TimeText at={at} style="dated" /> },
    { label: t("calendars:history.by"), cell: ({ byName }) => <bdi>{byName ?? t("calendars:history.system")}</bdi> },
  ];
  return (
    <Card id="history" title={t("calendars:history.title")}>
      <p className="muted small px-(--pad) pb-2">{t("calendars:history.lead")}</p>
      <div className="max-h-96 overflow-auto">
        <Table
          caption={t("calendars:history.title")}
          columns={columns}
          rows={history}
          rowKey={({ version }) => String(version)}
        />
      </div>
    </Card>
  );
}
