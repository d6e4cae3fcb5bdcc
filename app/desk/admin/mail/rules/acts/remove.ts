import { readInput } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { removalForm, withoutOne } from "../../../rules/change-list.server";
import { backToMailRules, changeMailRules } from "./change-mail-rules.server";

export const loader = adminLoader(async () => backToMailRules());

export const action = adminAction(async (ctx, { request, params }) =>
  changeMailRules(ctx, withoutOne(idParam(params, "ruleId"), await readInput(ctx, request, removalForm))),
);
