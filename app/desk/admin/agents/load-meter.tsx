import { Meter } from "~/components/ui/meter";
import { useT } from "~/i18n/use-t";

/** Places in use of those somebody has. */
export function LoadMeter({ load, capacity }: { load: number; capacity: number }) {
  const t = useT();
  const text = t("agents:load.of", { load, capacity });
  const tone = load >= capacity ? "danger" : load >= capacity * 0.75 ? "warn" : "ok";
  return (
    <span className="grid min-w-24 gap-1 tablet:max-w-40">
      <span className="num small">
        {text}
        {load > capacity ? <> · {t("agents:load.over")}</> : null}
      </span>
      <Meter value={load} max={Math.max(1, capacity)} tone={tone} />
    </span>
  );
}
