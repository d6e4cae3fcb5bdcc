import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { backToRules } from "../act-on-rule.server";
import { changeList, removalForm, withoutOne } from "../change-list.server";

export const loader = adminLoader(async () => backToRules());

export const action = adminAction(async (ctx, { request, params }) =>
  changeList(ctx, withoutOne(idParam(params, "ruleId"), await readInput(ctx, request, removalForm))),
);
