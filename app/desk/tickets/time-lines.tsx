import { Chip } from "~/components/ui/chip";
import type { TimeEntryView } from "~/domain/sla/time-entry-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { spentWords } from "./time-words";

/** Entries, each in a line or two: who, how long, when, what. One's own lead to their form. */
export function TimeLines({ number, entries }: { number: number; entries: readonly TimeEntryView[] }) {
  const { t, locale } = useI18n();
  if (!entries.length) return null;
  return (
    <ul className="mt-2 grid gap-2">
      {entries.map((entry) => (
        <li key={entry.id} className="xs">
          <div className="flex flex-wrap gap-x-2 items-baseline">
            <b className="num">{spentWords(entry.seconds, locale)}</b>
            {entry.endedAt ? null : <Chip tone="ok">{t("contracts:time.running")}</Chip>}
            {entry.billable ? null : <Chip>{t("contracts:time.unbilled")}</Chip>}
            <span className="muted ml-auto">
              <TimeText at={entry.startedAt} />
            </span>
          </div>
          <div className="flex gap-2 items-baseline">
            <span className="muted min-w-0 wrap-anywhere">
              <bdi>{entry.person.name}</bdi>
              {entry.note ? ` · ${entry.note}` : null}
            </span>
            {entry.mine ? (
              <a className="ml-auto flex-none" href={paths.desk.ticketPart(number, `time/${entry.id}`)}>
                {t("contracts:time.edit")}
                <span className="sr">{` ${spentWords(entry.seconds, locale)}`}</span>
              </a>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
