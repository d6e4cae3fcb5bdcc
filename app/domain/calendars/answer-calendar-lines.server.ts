import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { calendarQuestion, questionCalendar, type QuestionProblem } from "./calendar-questions";
import type { CompiledCalendar } from "./compile-calendar";
import { deadline } from "./deadline";
import { elapsed } from "./elapsed";
import { formatInstant } from "./instants";
import { rememberCalendar } from "./remember-calendar";
import type { CalendarProblem } from "./schema";

const LONGEST_LINE = 4_000_000;

/**
 * `sportello calendar`: answers every JSON line of `input` with one on `out`, as soon as it is read: `add` with
 * `{at}` (null when never), `elapsed` with `{seconds}`, anything else with `{error}`. Gives the exit code.
 */
export async function answerCalendarLines(input: Readable, out: Writable): Promise<number> {
  try {
    await pipeline(input.setEncoding("utf8"), answers, out, { end: false });
    await new Promise((written) => out.write("", written));
  } catch (error) {
    if (!isClosedPipe(error)) throw error; // the reader went away, as "| head" does
  }
  return 0;
}

/** All lines that arrive together are answered by one write. */
async function* answers(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const lines = chunk.split("\n");
    rest.push(lines[0]!);
    length += lines[0]!.length;
    if (lines.length === 1) {
      if (length > LONGEST_LINE) rest = []; // what is left of the line cannot be answered; its length says so
      continue;
    }
    lines[0] = length > LONGEST_LINE ? "" : rest.join("");
    rest = [lines.pop()!];
    length = rest[0]!.length;
    yield lines.map((line) => `${JSON.stringify(answer(line))}\n`).join("");
  }
  if (length) yield `${JSON.stringify(answer(rest.join("")))}\n`;
}

type Answer = { at: string | null } | { seconds: number } | { error: string };

function answer(line: string): Answer {
  try {
    const question = calendarQuestion.parse(JSON.parse(line.replace(/^\uFEFF/, "")));
    const calendar = calendarOf(question.calendar);
    if (question.op === "elapsed") return { seconds: elapsed(calendar, question.from, question.to, question.pauses) };
    const at = deadline(calendar, question.start, question.seconds, question.pauses);
    return { at: at && formatInstant(at) };
  } catch (error) {
    if (error instanceof SyntaxError) return { error: "not a line of JSON" };
    if (error instanceof z.ZodError) return { error: describe(error) };
    throw error;
  }
}

const calendarOf = (calendar: unknown): CompiledCalendar =>
  rememberCalendar(JSON.stringify(calendar) ?? "", () => questionCalendar.parse({ calendar }).calendar);

const sentences: Record<CalendarProblem | QuestionProblem, string> = {
  unknownZone: "there is no such time zone",
  badTime: 'not a time of day ("08:00"; "24:00" only to close)',
  emptyInterval: 'opens and closes at the same time ("00:00" to "24:00" is the whole day)',
  overlap: "two intervals of the day overlap",
  badHoliday: 'not a date ("2026-12-25"; "12-25" for every year)',
  tooMany: "too many",
  badInstant: 'not an instant with its offset ("2026-03-27T16:30:00+01:00")',
  outOfRange: "calendars know the years 1900 to 2499",
  inverted: "ends before it begins",
  badSeconds: "not a whole number of seconds from 0",
};

/** "calendar.hours.mon.0.1: not a time of day…", the first of all problems. */
function describe({ issues }: z.ZodError): string {
  const issue = issues[0]!;
  const sentence = sentences[issue.message as keyof typeof sentences] ?? issue.message;
  return issue.path.length ? `${issue.path.join(".")}: ${sentence}` : sentence;
}

const isClosedPipe = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "EPIPE" || error.code === "ERR_STREAM_PREMATURE_CLOSE" || error.code === "ERR_STREAM_DESTROYED");
