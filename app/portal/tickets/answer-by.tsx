import type { PromisedAnswer } from "~/domain/tickets/portal-views";
import { formatInstant } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";

/** By when we answer; once that has passed, that we are late, and no new promise. */
export function AnswerBy({ answer }: { answer: PromisedAnswer }) {
  const { t, locale, timeZone } = useI18n();
  return (
    <span suppressHydrationWarning>
      {answer.late
        ? t("portal:ticket.answerLate")
        : t("portal:ticket.answerBy", { at: formatInstant(answer.by, "dateTime", locale, timeZone) })}
    </span>
  );
}
