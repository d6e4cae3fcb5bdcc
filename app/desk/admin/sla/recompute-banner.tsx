import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Banner } from "~/components/ui/banner";
import { Meter } from "~/components/ui/meter";
import { reloadWhenQuiet } from "~/http/reload-when-quiet";
import { useT } from "~/i18n/use-t";

type Props = { progress: { left: number; of: number | null } };

const EVERY_MS = 2_000;

/** How far a change of policies or hours has reached the open tickets; asks again until it has. */
export function RecomputeBanner({ progress: { left, of } }: Props) {
  const t = useT();
  const { revalidate, state } = useRevalidator();
  const idle = state === "idle";
  const busy = left > 0;
  useEffect(() => {
    if (!busy || !idle) return;
    let giveUp = () => {};
    const again = setTimeout(() => (giveUp = reloadWhenQuiet(revalidate)), EVERY_MS);
    return () => {
      clearTimeout(again);
      giveUp();
    };
  }, [busy, idle, revalidate]);
  if (!busy) return null;
  const all = Math.max(of ?? left, left);
  return (
    <div className="mb-4" aria-live="off">
      <Banner tone="info" title={t("sla:policy.recomputing")}>
        <p>{t("sla:policy.recomputingLeft", { count: left })}</p>
        <div className="mt-2">
          <Meter label={t("sla:policy.recomputing")} value={all - left} max={all} tone="brand" />
        </div>
      </Banner>
    </div>
  );
}
