import { z } from "zod";

const id = z.uuid("common:error.invalid");
/** An empty choice is nobody, or nothing. */
const choice = id.nullable().default(null);

export const teamForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(80, "common:error.tooLong"),
  leadId: choice,
  /** Hears of what passed the lead. */
  managerId: choice,
  /** Hours of members without their own; null takes the company's. */
  calendarId: choice,
  members: z.array(id).max(500, "common:error.tooLong").default([]),
  /** The mark of the team as the form showed it. */
  mark: z.string().max(40).optional(),
});
export type TeamForm = z.output<typeof teamForm>;
