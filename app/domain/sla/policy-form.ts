import { z } from "zod";
import { policyRules } from "./schema";

/** What an administrator says of a policy: its name, and what its next version says. */
export const policyForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(80, "common:error.tooLong"),
  rules: policyRules,
});
export type PolicyForm = z.output<typeof policyForm>;
