import { z } from "zod";
import { withRuleAt } from "~/domain/routing/rules";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { backToRules } from "../act-on-rule.server";
import { baseField, changeList } from "../change-list.server";

export const loader = adminLoader(async () => backToRules());

const form = z.object({ base: baseField, place: z.coerce.number("common:error.invalid").int().min(-1).max(1_000) });

/** The rule at another place, 0 the first. */
export const action = adminAction(async (ctx, { request, params }) => {
  const ruleId = idParam(params, "ruleId");
  const { base, place } = await readInput(ctx, request, form);
  const toast = { key: "routing:rules.toast.moved" };
  return changeList(ctx, { base, ruleId, toast, edit: (rules) => withRuleAt(rules, ruleId, place) });
});
