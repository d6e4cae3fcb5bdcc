import { Chip } from "~/components/ui/chip";
import { useT } from "~/i18n/use-t";

/** How a known problem stands. */
export function ProblemChip({ solved }: { solved: boolean }) {
  const t = useT();
  return <Chip tone={solved ? "ok" : "warn"}>{t(solved ? "help:problem.solved" : "help:problem.open")}</Chip>;
}
