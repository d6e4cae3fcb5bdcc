import { z } from "zod";

const day = z.string({ error: "common:error.required" }).regex(/^20\d\d-\d\d-\d\d$/, "agents:error.day");
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "agents:error.time")
  .nullable()
  .default(null);

/** Days and times as the absent person's clocks show them; without times the days are whole. */
export const absenceForm = z.object({
  firstDay: day,
  fromTime: time,
  lastDay: day,
  untilTime: time,
  standInId: z.uuid("common:error.invalid").nullable().default(null),
  note: z.string().trim().max(300, "common:error.tooLong").default(""),
});
export type AbsenceForm = z.output<typeof absenceForm>;
