import type { SerializeFrom } from "@remix-run/node";
import { Banner } from "~/components/ui/banner";
import { Button } from "~/components/ui/button";
import { FileInput } from "~/components/ui/file-input";
import { TextArea } from "~/components/ui/text-area";
import { useT } from "~/i18n/use-t";
import { DayText } from "./day-text";
import type { Imported } from "./read-calendar-post.server";

type Props = {
  values: Partial<Record<string, string>>;
  errors: Record<string, string> | undefined;
  imported: SerializeFrom<Imported> | null;
};

const LARGEST = 1_000_000;
const SHOWN_AT_ONCE = 40;
const PASSED_OVER = ["timed", "past", "cancelled", "unreadable"] as const;

/** Days on which the calendar is closed, typed or read from a file of another calendar program. */
export function HolidayFields({ values, errors, imported }: Props) {
  const t = useT();
  return (
    <>
      <TextArea
        name="holidays"
        label={t("calendars:holidays")}
        hint={t("calendars:holidaysHint")}
        defaultValue={values.holidays}
        error={errors?.holidays}
        rows={6}
        className="num"
        autoComplete="off"
        spellCheck={false}
        optional
      />
      {imported ? <ImportedDays imported={imported} /> : null}
      <div>
        <FileInput
          name="ics"
          label={t("calendars:icsLabel")}
          hint={t("calendars:icsHint")}
          accept=".ics,text/calendar"
          maxBytes={LARGEST}
          error={errors?.ics}
          optional
        />
        <Button name="do" value="import" size="sm" className="mt-2">
          {t("calendars:icsDo")}
        </Button>
      </div>
    </>
  );
}

/** What the file would add; nothing is saved until the form is. */
function ImportedDays({ imported }: { imported: SerializeFrom<Imported> }) {
  const t = useT();
  const { holidays, name, known } = imported;
  const notes = [
    known > 0 ? t("calendars:imported.known", { count: known }) : null,
    ...PASSED_OVER.map((why) => (imported[why] > 0 ? t(`calendars:imported.${why}`, { count: imported[why] }) : null)),
  ].filter(Boolean);
  return (
    <div id="imported">
      <Banner
        tone={holidays.length > 0 ? "ok" : "warn"}
        role="status"
        title={t("calendars:imported.title", { name, count: holidays.length })}
      >
        <p>{t(holidays.length > 0 ? "calendars:imported.unsaved" : "calendars:imported.nothing")}</p>
        {notes.length > 0 ? <p className="small">{notes.join(" ")}</p> : null}
        {holidays.length > 0 ? (
          <details className="small mt-2" open={holidays.length <= SHOWN_AT_ONCE}>
            <summary>{t("calendars:imported.list")}</summary>
            <ul>
              {holidays.map(({ date, name }) => (
                <li key={date} className="flex flex-wrap gap-x-2">
                  <span className="num">
                    <DayText date={date} />
                  </span>
                  {date.length === 5 ? <span className="muted">{t("calendars:everyYear")}</span> : null}
                  <bdi className="wrap-anywhere">{name}</bdi>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Banner>
    </div>
  );
}
