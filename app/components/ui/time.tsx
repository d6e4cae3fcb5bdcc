import type { ReactNode } from "react";
import { formatInstant, type TimeStyle } from "~/i18n/format";

type Props = { at: string | Date; className?: string } & (
  | { /** words of one's own, for instance "2 hours ago" */ children: ReactNode; format?: undefined }
  | { children?: undefined; format: TimeStyle; locale: string; timeZone: string }
);

/** An instant that machines can read, in given words or formatted for a language and a zone. */
export function Time(props: Props) {
  const at = new Date(props.at);
  return (
    <time dateTime={at.toISOString()} className={props.className} suppressHydrationWarning>
      {props.format === undefined ? props.children : formatInstant(at, props.format, props.locale, props.timeZone)}
    </time>
  );
}
