import { z } from "zod";
import { withRule } from "~/domain/routing/rules";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { backToRules } from "../act-on-rule.server";
import { baseField, changeList } from "../change-list.server";

export const loader = adminLoader(async () => backToRules());

const form = z.object({ base: baseField, enabled: z.enum(["yes", "no"]) });

/** On or off. */
export const action = adminAction(async (ctx, { request, params }) => {
  const { base, enabled } = await readInput(ctx, request, form);
  const on = enabled === "yes";
  return changeList(ctx, {
    base,
    ruleId: idParam(params, "ruleId"),
    toast: { key: on ? "routing:rules.toast.on" : "routing:rules.toast.off" },
    edit: (rules, rule) => withRule(rules, { ...rule, enabled: on }),
  });
});
