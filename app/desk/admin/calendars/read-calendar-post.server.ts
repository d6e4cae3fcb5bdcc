import { readHolidayFile, type HolidayFile } from "~/domain/calendars/read-holiday-file.server";
import { readTypedCalendar } from "~/domain/calendars/read-typed-calendar";
import type { CalendarForm } from "~/domain/calendars/stored-rules";
import { readTypedHolidays, writeTypedHolidays } from "~/domain/calendars/typed-holidays";
import { readFileBytes } from "~/domain/files/read-file-bytes.server";
import { takeUploads } from "~/domain/files/take-uploads.server";
import { readForm } from "~/http/forms.server";
import type { PersonCtx } from "~/http/ctx.server";
import { invalid } from "~/lib/errors";
import { previewCalendar, type CalendarPreview } from "./preview-calendar.server";

type Typed = Record<string, string>;

/** What came of a holiday file: the days that were not there yet, and what was passed over. */
export type Imported = { name: string; known: number } & HolidayFile;

/** A form that comes back filled in, with nothing saved. */
export type CalendarDraft = {
  draft: Typed;
  /** another one for each, so that the fields are drawn anew */
  stamp: string;
  preview: CalendarPreview | null;
  imported: Imported | null;
};

export type CalendarPost = { save: CalendarForm; seen: number } | CalendarDraft;

const WORKING_DAYS = ["tue", "wed", "thu", "fri"] as const;

/**
 * Reads the posted form by its button: `save`, `preview`, `copy` (Monday's hours to the working days) or `import` (a
 * holiday file into the list). A file that is there is read and shown first, whatever the button.
 */
export async function readCalendarPost(ctx: PersonCtx, request: Request): Promise<CalendarPost> {
  const form = await readForm(ctx, request);
  const typed: Typed = {};
  form.forEach((value, name) => void (typeof value === "string" && (typed[name] = value)));
  if (typed.ics || typed.do === "import") return importHolidays(ctx, typed);
  if (typed.do === "copy") return draftOf(ctx, { ...typed, ...copyMonday(typed) });
  const calendar = check(typed);
  if (typed.do === "preview") return draftOf(ctx, typed);
  return { save: calendar, seen: Number(typed.version) };
}

const copyMonday = (typed: Typed): Typed =>
  Object.fromEntries(WORKING_DAYS.map((day) => [`hours.${day}`, typed["hours.mon"] ?? ""]));

function check(typed: Typed): CalendarForm {
  const read = readTypedCalendar(typed);
  if ("form" in read) return read.form;
  throw invalid("common:error.checkFields", read.problems.fields, { line: read.problems.line });
}

async function importHolidays(ctx: PersonCtx, typed: Typed): Promise<CalendarDraft> {
  const [file] = typed.ics ? await takeUploads(ctx, [typed.ics]) : [];
  if (!file) throw invalid("common:error.checkFields", { ics: "calendars:ics.none" });
  const { holidays: there, wrong } = readTypedHolidays(typed.holidays ?? "");
  if (wrong !== null)
    throw invalid("common:error.checkFields", { holidays: "calendars:problem.badHoliday" }, { line: wrong });
  const read = readHolidayFile(await readFileBytes(file.fileId), ctx.now.getUTCFullYear());
  const known = new Set(there.map(({ date }) => date));
  const added = read.holidays.filter(({ date }) => !known.has(date));
  const all = [...there, ...added];
  const names = Object.fromEntries(all.map(({ date, name }) => [date, name]));
  const holidays = writeTypedHolidays(all.map(({ date }) => date), names); // prettier-ignore
  const imported = { ...read, holidays: added, name: file.name, known: read.holidays.length - added.length };
  return { ...draftOf(ctx, { ...typed, holidays }), imported };
}

function draftOf(ctx: PersonCtx, typed: Typed): CalendarDraft {
  const { ics: _taken, do: _button, ...draft } = typed;
  const read = readTypedCalendar(draft);
  const preview = "form" in read ? previewCalendar(read.form.rules, ctx.now) : null;
  return { draft, stamp: ctx.requestId, preview, imported: null };
}
