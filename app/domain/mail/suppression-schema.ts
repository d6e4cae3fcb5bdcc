import { z } from "zod";
import { normaliseAddress } from "~/domain/identity/address";
import { bounceReasons } from "./mime/bounce-reasons";

/** Why no mail goes to an address, each in words at `desk:reason.<reason>`; `byhand` is an administrator's decision. */
export const SUPPRESSION_REASONS = ["byhand", ...bounceReasons] as const;

export const SUPPRESSION_DAYS = [7, 14, 30, 90, 365] as const;

const address = z
  .string({ error: "common:error.required" })
  .transform((raw) => normaliseAddress(raw) ?? "")
  .refine((normal) => normal !== "", "common:error.email");

export const suppressionForm = z.object({
  address,
  days: z.coerce
    .number()
    .refine((days) => SUPPRESSION_DAYS.some((some) => some === days), "common:error.invalid")
    .default(14),
});
export type SuppressionForm = z.output<typeof suppressionForm>;

export const liftForm = z.object({ address });
