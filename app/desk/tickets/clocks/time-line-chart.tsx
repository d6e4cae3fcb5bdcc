import { formatInstant } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";
import type { Stretch, TimeLine } from "./draw-time-line";
import { changeWords, tickText } from "./zone-time";

const BAR = { y: 22, height: 30 };
const FILL = { working: "fill-brand", paused: "fill-note", closed: "fill-surface-2" } as const;

const percent = (x: number) => `${x.toFixed(3)}%`;

/** The stretches of a clock to scale, with the days or hours of its calendar, clock changes, now and due. */
export function TimeLineChart({ line, label }: { line: TimeLine; label: string }) {
  const { t, locale } = useI18n();
  return (
    <>
      <svg width="100%" height="96" role="img" aria-label={label} className="block overflow-visible">
        <defs>
          <pattern id="paused" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="fill-note" />
            <line x1="0" y1="0" x2="0" y2="6" className="stroke-ink-3" strokeWidth="2" />
          </pattern>
        </defs>
        {line.ticks.map(({ at, x }) => (
          <g key={at.getTime()}>
            <line x1={percent(x)} x2={percent(x)} y1={BAR.y - 4} y2="62" className="stroke-line-strong" />
            {x > 5 && x < 95 ? (
              <text x={percent(x)} y="76" textAnchor="middle" className="fill-ink-2 text-2xs" suppressHydrationWarning>
                {tickText(at, line, locale)}
              </text>
            ) : null}
          </g>
        ))}
        {line.stretches.map((stretch) => (
          <Bar key={stretch.from.getTime()} stretch={stretch} />
        ))}
        <rect x="0" y={BAR.y} width="100%" height={BAR.height} fill="none" className="stroke-line-strong" />
        {line.changes.map((change) => (
          <g key={change.at.getTime()}>
            <line
              x1={percent(change.x)}
              x2={percent(change.x)}
              y1={BAR.y - 8}
              y2={BAR.y + BAR.height + 8}
              className="stroke-info"
              strokeWidth="2"
              strokeDasharray="3 2"
            />
            <title>{`${formatInstant(change.at, "full", locale, line.timeZone)}: ${changeWords(change, t)}`}</title>
          </g>
        ))}
        {line.nowX === null ? null : (
          <Mark x={line.nowX} y={12} words={t("sla:timeline.now")} stroke="stroke-ink" fill="fill-ink" />
        )}
        {line.dueX === null ? null : (
          <Mark x={line.dueX} y={92} words={t("sla:timeline.due")} stroke="stroke-danger" fill="fill-danger" below />
        )}
      </svg>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 mt-3 xs" aria-label={t("sla:timeline.legend")}>
        <Key words={t("sla:timeline.working")} className="fill-brand" />
        <Key words={t("sla:timeline.paused")} className="" fill="url(#paused)" />
        <Key words={t("sla:timeline.closed")} className="fill-surface-2" />
        {line.stretches.some((stretch) => stretch.toCome) ? <li>{t("sla:timeline.toComeKey")}</li> : null}
        {line.changes.length > 0 ? (
          <li className="flex gap-1 items-center">
            <svg width="14" height="12" aria-hidden="true">
              <line x1="7" x2="7" y1="0" y2="12" className="stroke-info" strokeWidth="2" strokeDasharray="3 2" />
            </svg>
            {t("sla:timeline.clockChange")}
          </li>
        ) : null}
      </ul>
    </>
  );
}

/** Paused time is hatched and what is to come is lower, so that colour does not speak alone. */
function Bar({ stretch: { kind, x, width, toCome } }: { stretch: Stretch }) {
  return (
    <rect
      x={percent(x)}
      width={percent(width)}
      y={toCome ? BAR.y + 9 : BAR.y}
      height={toCome ? BAR.height - 18 : BAR.height}
      className={kind === "paused" ? undefined : FILL[kind]}
      fill={kind === "paused" ? "url(#paused)" : undefined}
    />
  );
}

type MarkProps = { x: number; y: number; words: string; stroke: string; fill: string; below?: boolean };

function Mark({ x, y, words, stroke, fill, below }: MarkProps) {
  const anchor = x < 8 ? "start" : x > 92 ? "end" : "middle";
  return (
    <g>
      <line
        x1={percent(x)}
        x2={percent(x)}
        y1={below ? BAR.y - 2 : BAR.y - 6}
        y2={below ? 82 : BAR.y + BAR.height + 2}
        className={stroke}
        strokeWidth="2"
      />
      <text x={percent(x)} y={y} textAnchor={anchor} className={`${fill} text-xs font-semibold`}>
        {words}
      </text>
    </g>
  );
}

function Key({ words, className, fill }: { words: string; className: string; fill?: string }) {
  return (
    <li className="flex gap-1 items-center">
      <svg width="14" height="12" aria-hidden="true">
        <rect x="1" y="1" width="12" height="10" fill={fill} className={`${className} stroke-line-strong`} />
      </svg>
      {words}
    </li>
  );
}
