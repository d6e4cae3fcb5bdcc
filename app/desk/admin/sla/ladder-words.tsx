import type { LadderAction, LadderStep } from "~/domain/sla/schema";
import { priorityCode } from "~/domain/tickets/states";
import { useI18n } from "~/i18n/use-t";
import { formatDuration } from "~/lib/duration";

type Props = { ladder: readonly LadderStep[]; names: Readonly<Record<string, string>> };

/** The ladder in words, a line for each step; `names` says what ids stand for. */
export function LadderWords({ ladder, names }: Props) {
  const { t, locale } = useI18n();
  const named = (id: string) => names[id] ?? t("sla:policy.gone");
  const moment = ({ at }: LadderStep) => {
    if ("percent" in at) return t("sla:ladder.say.percent", { percent: at.percent });
    const time = formatDuration(Math.abs(at.offset), locale, { days: false });
    return t(`sla:ladder.say.${at.offset < 0 ? "before" : "after"}`, { time });
  };
  const act = (action: LadderAction): string => {
    if (action.do === "notify")
      return t("sla:ladder.say.notify", {
        who: action.who.length === 36 ? named(action.who) : t(`sla:ladder.who.${action.who}`),
      });
    if (action.do === "raise_priority")
      return t("sla:ladder.say.raise_priority", {
        to: `${priorityCode(action.to)} ${t(`tickets:priority.${action.to}`)}`,
      });
    if (action.do === "reroute") return t("sla:ladder.say.reroute", { queue: named(action.queueId) });
    return t("sla:ladder.say.webhook", { url: action.url });
  };
  const list = new Intl.ListFormat(locale, { type: "unit" });
  return (
    <ol className="grid gap-1">
      {ladder.map((step) => (
        <li key={step.id} className="wrap-anywhere">
          {t(`sla:ladder.kind.${step.kind}`)}, {moment(step)}: {list.format(step.actions.map(act))}
        </li>
      ))}
    </ol>
  );
}
