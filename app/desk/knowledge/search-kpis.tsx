import type { SearchFigures } from "~/domain/insights/knowledge-views";
import { useI18n } from "~/i18n/use-t";

/** How many searches, and how many of them found nothing or led somewhere. */
export function SearchKpis({ figures: { total, without, opened, capped } }: { figures: SearchFigures }) {
  const { t, locale } = useI18n();
  const number = new Intl.NumberFormat(locale);
  const share = (part: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(total ? part / total : 0);
  const counted = (count: number) => t("knowledge:searches.count", { count });
  const figures = [
    { label: t("knowledge:searches.total"), value: `${number.format(total)}${capped ? "+" : ""}`, note: "" },
    { label: t("knowledge:outcome.without"), value: share(without), note: counted(without) },
    { label: t("knowledge:outcome.opened"), value: share(opened), note: counted(opened) },
  ];
  return (
    <div className="kpi">
      {figures.map(({ label, value, note }) => (
        <div key={label} className="card">
          <span className="muted small">{label}</span>
          <b>{value}</b>
          <span className="muted small num">{note}</span>
        </div>
      ))}
    </div>
  );
}
