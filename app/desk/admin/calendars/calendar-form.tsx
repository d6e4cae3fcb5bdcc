import { Form } from "@remix-run/react";
import type { SerializeFrom } from "@remix-run/node";
import { useState } from "react";
import { Button, LinkButton } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import type { TimeZoneChoice } from "~/domain/calendars/list-time-zones";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { HolidayFields } from "./holiday-fields";
import { HoursFields } from "./hours-fields";
import type { CalendarDraft } from "./read-calendar-post.server";

type Props = {
  /** as saved: `writeTypedCalendar` */
  saved: Partial<Record<string, string>>;
  /** the version that is being changed; none for a new calendar */
  version?: number;
  zones: readonly TimeZoneChoice[];
  failed: Failure | undefined;
  drafted: SerializeFrom<CalendarDraft> | undefined;
};

const CONFLICT = "calendars:error.changedMeanwhile";

/** Name, zone, hours and holidays. Looking, copying and reading a file save nothing. */
export function CalendarForm({ saved, version, zones, failed, drafted }: Props) {
  const t = useT();
  const [drawn] = useState(version);
  // The page may be read anew while somebody types; only who was told of a newer version may replace it.
  const seen = failed?.failure.code === CONFLICT ? version : drawn;
  const values = failed?.values ?? drafted?.draft ?? saved;
  const errors = failed?.failure.fields;
  return (
    <Form method="post" encType="multipart/form-data" className="form" key={drafted?.stamp ?? "first"}>
      {/* Enter in a field presses the first button of a form. */}
      <button name="do" value="save" className="sr" tabIndex={-1} aria-hidden="true" />
      {seen === undefined ? null : <input type="hidden" name="version" value={seen} />}
      <FormErrors message={failed?.failure.message} errors={errors} />
      <TextInput
        name="name"
        label={t("calendars:name")}
        defaultValue={values.name}
        error={errors?.name}
        maxLength={80}
        autoComplete="off"
        required
      />
      <TextInput
        name="timeZone"
        label={t("calendars:timeZone")}
        hint={t("calendars:timeZoneHint")}
        defaultValue={values.timeZone}
        error={errors?.timeZone}
        list="time-zones"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <datalist id="time-zones">
        {zones.map(({ name, offset }) => (
          <option key={name} value={name}>{`UTC${offset}`}</option>
        ))}
      </datalist>
      <HoursFields values={values} errors={errors} />
      <HolidayFields values={values} errors={errors} imported={failed ? null : (drafted?.imported ?? null)} />
      <div className="form-actions">
        <Button variant="primary" name="do" value="save">
          {t(version === undefined ? "desk:admin.create" : "desk:admin.save")}
        </Button>
        <Button name="do" value="preview">
          {t("calendars:preview.do")}
        </Button>
        <LinkButton href={paths.desk.admin("calendars")}>{t("common:cancel")}</LinkButton>
      </div>
    </Form>
  );
}
