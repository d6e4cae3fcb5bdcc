import { Meter } from "~/components/ui/meter";
import type { ClocksView } from "~/domain/sla/views";
import { type Priority, priorityCode } from "~/domain/tickets/states";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { useNow } from "../use-now";
import { type ClockTone, clockWords, currentClocks, whyWords } from "./clock-words";

const TEXT: Record<ClockTone, string> = {
  ok: "num text-ok flex-none text-end",
  warn: "num text-warn flex-none text-end",
  danger: "num text-danger flex-none text-end",
  neutral: "num flex-none text-end",
};

type Props = {
  number: number;
  priority: Priority;
  /** The contract that gives the policy. */ contract: string | null;
  view: ClocksView;
  /** ISO instant of loading */ loadedAt: string;
};

/** The ticket's clocks with what is used of their budgets, and what they run by. Nothing for a ticket without targets. */
export function SlaCard({ number, priority, contract, view, loadedAt }: Props) {
  const reader = useI18n();
  const now = useNow(loadedAt);
  const { t } = reader;
  const clocks = currentClocks(view.clocks);
  const [first] = view.clocks;
  if (!first) return null;
  return (
    <section>
      <div className="hd">
        <h2>{t("sla:clock.title")}</h2>
        <a href={paths.desk.ticketPart(number, `clocks/${first.id}`)} className="xs">
          {t("sla:timeline.link")}
        </a>
      </div>
      <div className="sla">
        {clocks.map((clock) => {
          const words = clockWords(clock, now, reader);
          return (
            <div key={clock.id}>
              <div className="l">
                <a
                  href={paths.desk.ticketPart(number, `clocks/${clock.id}`)}
                  className="text-ink"
                  suppressHydrationWarning
                >
                  {words.label}
                </a>
                <span className={TEXT[words.tone]} suppressHydrationWarning>
                  {words.text}
                </span>
              </div>
              <Meter value={words.share} tone={words.tone} />
            </div>
          );
        })}
      </div>
      <p className="why" suppressHydrationWarning>
        {whyWords(clocks, now, reader, { priority: priorityCode(priority), contract })}
      </p>
      {view.recomputing ? <p className="why">{t("sla:clock.recomputing")}</p> : null}
    </section>
  );
}
