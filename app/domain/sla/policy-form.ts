import { z } from "zod";
import { type PolicyProblem, policyRules } from "./schema";

const BAD_URL: PolicyProblem = "badUrl";

/** A password in an address would stand in every version of the policy; receivers check the signature instead. */
function namesUser(url: string): boolean {
  const { username, password } = new URL(url);
  return Boolean(username || password);
}

/** What an administrator says of a policy: its name, and what its next version says. */
export const policyForm = z.object({
  name: z
    .string({ error: "common:error.required" })
    .trim()
    .min(1, "common:error.required")
    .max(80, "common:error.tooLong"),
  rules: policyRules.superRefine(({ ladder }, issues) => {
    for (const [i, { actions }] of ladder.entries())
      for (const [j, action] of actions.entries())
        if (action.do === "webhook" && namesUser(action.url))
          issues.addIssue({ code: "custom", message: BAD_URL, path: ["ladder", i, "actions", j, "url"] });
  }),
});
export type PolicyForm = z.output<typeof policyForm>;
