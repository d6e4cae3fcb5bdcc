import type { ReplayOutcome } from "~/domain/mailroom/rules/replay-outcome";
import { priorityCode } from "~/domain/tickets/states";
import { useI18n } from "~/i18n/use-t";

/** What becomes of a mail, in a line. */
export function OutcomeWords({ outcome, names }: { outcome: ReplayOutcome; names: Readonly<Record<string, string>> }) {
  const { t, locale } = useI18n();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const name = (id: string) => names[id] ?? t("routing:conditions.gone");
  const { result, queueId, priority, typeId, assigneeId, tags, followerIds, fields, answer } = outcome;
  const parts = [
    result === "filed" ? t(`mailrules:end.${outcome.file ?? "contact"}`) : t(`mailrules:result.${result}`),
    queueId && name(queueId),
    priority && priorityCode(priority),
    typeId && name(typeId),
    assigneeId && name(assigneeId),
    outcome.appendTo && `#${outcome.appendTo}`,
    tags.length && t("routing:rules.does.tags", { tags: list.format(tags) }),
    followerIds.length && t("routing:rules.does.followers", { people: list.format(followerIds.map(name)) }),
    ...fields.map(({ field, value }) => t("mailrules:does.field", { field: t(`mailrules:field.${field}`), value })),
    answer && (answer === "none" ? t("mailrules:does.noAnswer") : t("mailrules:does.answer", { name: name(answer) })),
    outcome.forwardTo.length && t("mailrules:does.forward", { addresses: list.format(outcome.forwardTo) }),
  ];
  return <span className="wrap-anywhere">{parts.filter(Boolean).join(" · ")}</span>;
}
