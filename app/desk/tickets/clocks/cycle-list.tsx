import { Card } from "~/components/ui/card";
import type { ClockView } from "~/domain/sla/views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { clockWords } from "./clock-words";

type Props = { clocks: readonly ClockView[]; current: string; number: number; now: number };

/** The ticket's other clocks, open and past, each leading to its own time line. */
export function CycleList({ clocks, current, number, now }: Props) {
  const reader = useI18n();
  const { t } = reader;
  const others = clocks.filter((clock) => clock.id !== current);
  if (others.length === 0) return null;
  return (
    <Card padded title={t("sla:timeline.others")}>
      <ul className="grid gap-1">
        {others.map((clock) => {
          const { label, text } = clockWords(clock, now, reader);
          return (
            <li key={clock.id}>
              <a
                href={paths.desk.ticketPart(number, `clocks/${clock.id}`)}
                className="underline"
                suppressHydrationWarning
              >
                {label}
                {clock.cycle > 1 ? ` · ${t("sla:timeline.cycle", { cycle: clock.cycle })}` : null}
              </a>{" "}
              <span className="muted num" suppressHydrationWarning>
                {text}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
