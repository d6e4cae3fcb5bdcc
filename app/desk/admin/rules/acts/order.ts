import { readInput } from "~/http/forms.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { backToRules } from "../act-on-rule.server";
import { changeList, orderForm, toOrder } from "../change-list.server";

export const loader = adminLoader(async () => backToRules());

export const action = adminAction(async (ctx, { request }) =>
  changeList(ctx, toOrder("rules", await readInput(ctx, request, orderForm))),
);
