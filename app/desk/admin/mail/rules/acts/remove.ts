import { z } from "zod";
import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";
import { withoutRule } from "~/lib/ordered-rules";
import { baseField } from "../../../rules/change-list.server";
import { backToMailRules, changeMailRules } from "./change-mail-rules.server";

export const loader = adminLoader(async () => backToMailRules());

/** Out of the list; earlier versions keep it. */
export const action = adminAction(async (ctx, { request, params }) => {
  const ruleId = idParam(params, "ruleId");
  const { base } = await readInput(ctx, request, z.object({ base: baseField }));
  return changeMailRules(ctx, {
    base,
    edit: (rules) => {
      if (!rules.some(({ id }) => id === ruleId)) throw notFound();
      return withoutRule(rules, ruleId);
    },
    toast: { key: "routing:rules.toast.removed" },
  });
});
