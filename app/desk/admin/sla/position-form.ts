import { z } from "zod";
import { moveForm } from "../move-form";

/** One place up or down, or dropped at a place counted from 0. */
export const positionForm = z.union([moveForm, z.object({ to: z.coerce.number().int().min(0).max(10_000) })]);
