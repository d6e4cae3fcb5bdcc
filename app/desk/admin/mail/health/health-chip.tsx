import { Chip } from "~/components/ui/chip";
import { useT } from "~/i18n/use-t";

const TONES = { ok: "ok", silent: "warn", trouble: "danger", certificate: "warn", gone: "danger" } as const;
export type Health = keyof typeof TONES;

/** How a receiver or transport is, in a word. */
export function HealthChip({ health }: { health: Health }) {
  const t = useT();
  return <Chip tone={TONES[health]}>{t(`mailadmin:health.state.${health}`)}</Chip>;
}
