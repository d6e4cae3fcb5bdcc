import { Chip } from "~/components/ui/chip";
import type { AgentHours } from "~/domain/routing/agent-views";
import { useT } from "~/i18n/use-t";

/** Whether somebody's hours are open now, which they are, and who gave them. */
export function HoursWords({
  hours,
  source,
}: {
  hours: AgentHours;
  /** says where they come from */ source?: boolean;
}) {
  const t = useT();
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <Chip tone={hours.openNow ? "ok" : "neutral"}>
        {t(hours.openNow ? "agents:hours.open" : "agents:hours.closed")}
      </Chip>
      {hours.calendar ? <bdi className="wrap-anywhere">{hours.calendar.name}</bdi> : null}
      {source || !hours.calendar ? (
        <span className="muted small">
          {t(`agents:hours.${hours.source}`, { team: hours.team ?? "" })}
          {hours.calendar ? ` · ${hours.calendar.timeZone}` : null}
        </span>
      ) : null}
    </span>
  );
}
