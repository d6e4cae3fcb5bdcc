import { formatInstant, type TimeStyle } from "./format";
import { useI18n } from "./use-t";

/** An instant in the reader's zone; the server's words stand where the browser's calendar data would differ. */
export function TimeText({
  at,
  style = "short",
  className,
}: {
  at: Date | string;
  style?: TimeStyle;
  className?: string;
}) {
  const { locale, timeZone } = useI18n();
  const instant = new Date(at);
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatInstant(instant, "full", locale, timeZone)}
      className={className}
      suppressHydrationWarning
    >
      {formatInstant(instant, style, locale, timeZone)}
    </time>
  );
}
