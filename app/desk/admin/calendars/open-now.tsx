import { Chip } from "~/components/ui/chip";
import { formatInstant } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";

type Props = { openNow: boolean; changes: Date | string | null; timeZone: string };

/** Open until when, or opening when, on the calendar's own clocks. */
export function OpenNow({ openNow, changes, timeZone }: Props) {
  const { t, locale } = useI18n();
  const time = changes ? formatInstant(new Date(changes), "dateTime", locale, timeZone) : "";
  if (openNow) return <Chip tone="ok">{changes ? t("calendars:openUntil", { time }) : t("calendars:openAlways")}</Chip>;
  return <Chip>{changes ? t("calendars:opensAt", { time }) : t("calendars:neverOpens")}</Chip>;
}
