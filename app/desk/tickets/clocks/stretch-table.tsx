import { Table } from "~/components/ui/table";
import { useT } from "~/i18n/use-t";
import type { ClockChange, Stretch, TimeLine } from "./draw-time-line";
import { changeWords, clockSpan, ZoneTime } from "./zone-time";

type Row = { at: Date; stretch: Stretch; change?: undefined } | { at: Date; change: ClockChange; stretch?: undefined };

/** Every stretch with its length; the counted ones add up to what is used. Clock changes stand where they happen. */
export function StretchTable({ line }: { line: TimeLine }) {
  const t = useT();
  const rows: Row[] = [
    ...line.stretches.map((stretch) => ({ at: stretch.from, stretch })),
    ...line.changes.map((change) => ({ at: change.at, change })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <Table
      caption={t("sla:timeline.stretches")}
      rows={rows}
      rowKey={(row) => `${row.change ? "c" : "s"}${row.at.getTime()}`}
      columns={[
        {
          label: t("sla:timeline.what"),
          heading: true,
          cell: ({ stretch, change }) => (stretch ? kindWords(stretch, t) : changeWords(change, t)),
        },
        { label: t("sla:timeline.from"), cell: ({ at }) => <ZoneTime at={at} line={line} /> },
        {
          label: t("sla:timeline.to"),
          cell: ({ stretch }) => (stretch ? <ZoneTime at={stretch.to} line={line} /> : "–"),
        },
        {
          label: t("sla:timeline.length"),
          end: true,
          cell: ({ stretch }) =>
            stretch ? (
              <span className="num">{clockSpan((stretch.to.getTime() - stretch.from.getTime()) / 1_000)}</span>
            ) : (
              "–"
            ),
        },
        {
          label: t("sla:timeline.counted"),
          end: true,
          cell: ({ stretch }) =>
            stretch ? <span className="num">{clockSpan(stretch.kind === "working" ? stretch.seconds : 0)}</span> : "–",
        },
        {
          label: t("sla:timeline.used"),
          end: true,
          cell: ({ stretch }) => (stretch ? <b className="num">{clockSpan(stretch.used)}</b> : "–"),
        },
      ]}
    />
  );
}

function kindWords({ kind, state, toCome }: Stretch, t: ReturnType<typeof useT>): string {
  const word = state ? t("sla:timeline.pausedBy", { state: t(`tickets:state.${state}`) }) : t(`sla:timeline.${kind}`);
  return toCome ? t("sla:timeline.toCome", { what: word }) : word;
}
