import { z } from "zod";
import { FIRST_YEAR, LAST_YEAR } from "./compile-calendar";
import { parseInstant } from "./instants";
import { calendarRules } from "./schema";

/** What can be wrong with a question besides its calendar. */
export type QuestionProblem = "badInstant" | "outOfRange" | "inverted" | "badSeconds";
const problem = (code: QuestionProblem) => code;

const instant = z.string().transform((text, issues) => {
  const at = parseInstant(text);
  if (!at) issues.addIssue({ code: "custom", message: problem("badInstant") });
  else if (at.getUTCFullYear() < FIRST_YEAR || at.getUTCFullYear() > LAST_YEAR)
    issues.addIssue({ code: "custom", message: problem("outOfRange") });
  return at ?? z.NEVER;
});

const pause = z
  .tuple([instant, instant.nullable()])
  .refine(([from, to]) => to === null || from <= to, problem("inverted"))
  .transform(([from, to]) => ({ from, to }));
const pauses = z.array(pause).default([]);

/** One line of `sportello calendar`; the calendar is checked on its own, since most lines repeat it. */
export const calendarQuestion = z.discriminatedUnion("op", [
  z.object({
    op: z.literal("add"),
    calendar: z.unknown(),
    start: instant,
    seconds: z.int(problem("badSeconds")).min(0, problem("badSeconds")),
    pauses,
  }),
  z
    .object({ op: z.literal("elapsed"), calendar: z.unknown(), from: instant, to: instant, pauses })
    .refine(({ from, to }) => from <= to, { message: problem("inverted"), path: ["to"] }),
]);

export const questionCalendar = z.object({ calendar: calendarRules });
