import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { reloadWhenQuiet } from "~/http/reload-when-quiet";
import { useT } from "~/i18n/use-t";

/** "Leaves in 12 s"; once the time is over the page asks what became of it. */
export function OutgoingCountdown({ until }: { until: Date | string }) {
  const t = useT();
  const { revalidate } = useRevalidator();
  const end = new Date(until).getTime();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) {
        clearInterval(timer);
        setTimeout(() => reloadWhenQuiet(revalidate), 1_500);
      }
    };
    const timer = setInterval(tick, 500);
    tick();
    return () => clearInterval(timer);
  }, [end, revalidate]);
  return <>{left === null || left === 0 ? t("desk:outgoing.soon") : t("desk:outgoing.in", { count: left })}</>;
}
