import type { ClockView } from "~/domain/sla/views";
import type { Toast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import type { Locale } from "~/i18n/config";

/** What is said after a change: that it is done, and when it made the ticket overdue at once, that too. */
export function changedToast({ locale }: { locale: Locale }, overAtOnce: ClockView["kind"] | null): Toast {
  if (!overAtOnce) return { key: "desk:toast.changed" };
  const kind = translator(locale)(`sla:clock.${overAtOnce}`);
  return { key: "sla:clock.overAtOnce", params: { kind }, tone: "warn" };
}
