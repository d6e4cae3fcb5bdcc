import { readInput } from "~/http/forms.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { orderForm, toOrder } from "../../../rules/change-list.server";
import { backToMailRules, changeMailRules } from "./change-mail-rules.server";

export const loader = adminLoader(async () => backToMailRules());

export const action = adminAction(async (ctx, { request }) =>
  changeMailRules(ctx, toOrder("mail/rules", await readInput(ctx, request, orderForm))),
);
