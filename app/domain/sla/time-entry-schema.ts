import { z } from "zod";
import { dateText } from "./contract-schema";
import { readTimeSpent } from "./time-entry-duration";

const spent = z
  .string({ error: "contracts:error.spent" })
  .max(40, "contracts:error.spent")
  .transform((text, issues) => {
    const seconds = readTimeSpent(text);
    if (seconds === null) issues.addIssue({ code: "custom", message: "contracts:error.spent" });
    return seconds ?? z.NEVER;
  });
const note = z.string().trim().max(500, "common:error.tooLong").default("");
/** A box: absent means no. */
const ticked = z.preprocess((value) => value === true || value === "yes" || value === "true", z.boolean());

/** Time typed in: the day it was spent on in the writer's zone, "YYYY-MM-DD", and how much (see `readTimeSpent`). */
export const timeForm = z.object({
  /** The form's id: a repeat writes nothing more. */
  formId: z.uuid("common:error.invalid").optional(),
  on: dateText,
  spent,
  billable: ticked,
  note,
});
export type TimeForm = z.output<typeof timeForm>;

/** A change of an entry, made from its `version`. */
export const changeTimeForm = timeForm.omit({ formId: true }).extend({
  version: z.coerce.number({ error: "common:error.invalid" }).int("common:error.invalid"),
});
export type ChangeTimeForm = z.output<typeof changeTimeForm>;
