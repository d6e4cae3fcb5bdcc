import { z } from "zod";
import type { Rule } from "~/domain/routing/rules";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";
import { withoutRule } from "~/lib/ordered-rules";
import { backToRules } from "../act-on-rule.server";
import { baseField, changeList } from "../change-list.server";

export const loader = adminLoader(async () => backToRules());

/** Out of the list; earlier versions keep it. */
export const action = adminAction(async (ctx, { request, params }) => {
  const ruleId = idParam(params, "ruleId");
  const { base } = await readInput(ctx, request, z.object({ base: baseField }));
  const toast = { key: "routing:rules.toast.removed" };
  const edit = (rules: readonly Rule[]) => {
    if (!rules.some(({ id }) => id === ruleId)) throw notFound();
    return withoutRule(rules, ruleId);
  };
  return changeList(ctx, { base, toast, edit });
});
