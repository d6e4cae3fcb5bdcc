import { z } from "zod";
import { paths } from "~/http/paths";
import { readInput } from "~/http/forms.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { invalid } from "~/lib/errors";
import { baseField } from "../../../rules/change-list.server";
import { arranged, readOrder } from "../../../rules/pending-order";
import { backToMailRules, changeMailRules } from "./change-mail-rules.server";

export const loader = adminLoader(async () => backToMailRules());

const form = z.object({ base: baseField, order: z.string().max(5_000) });

/** Saves the order and the switches, tried or not. After a refusal they stay in the address, beside what it is about. */
export const action = adminAction(async (ctx, { request }) => {
  const { base, order } = await readInput(ctx, request, form);
  return changeMailRules(ctx, {
    base,
    edit: (rules) => {
      const wanted = readOrder(order, rules.length);
      if (!wanted) throw invalid("common:error.checkFields");
      return arranged(rules, wanted);
    },
    toast: { key: "desk:toast.saved" },
    refusedTo: paths.desk.admin("mail/rules", { base, order }),
  });
});
