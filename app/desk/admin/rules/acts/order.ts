import { z } from "zod";
import { paths } from "~/http/paths";
import { readInput } from "~/http/forms.server";
import { adminAction, adminLoader } from "~/http/route.server";
import { invalid } from "~/lib/errors";
import { backToRules } from "../act-on-rule.server";
import { baseField, changeList } from "../change-list.server";
import { arranged, readOrder } from "../pending-order";

export const loader = adminLoader(async () => backToRules());

const form = z.object({ base: baseField, order: z.string().max(5_000) });

/** Saves the order and the switches, tried or not. After a refusal they stay in the address, beside what it is about. */
export const action = adminAction(async (ctx, { request }) => {
  const { base, order } = await readInput(ctx, request, form);
  return changeList(ctx, {
    base,
    edit: (rules) => {
      const wanted = readOrder(order, rules.length);
      if (!wanted) throw invalid("common:error.checkFields");
      return arranged(rules, wanted);
    },
    toast: { key: "desk:toast.saved" },
    refusedTo: `${paths.desk.admin("rules")}?${new URLSearchParams({ base: String(base), order }).toString()}`,
  });
});
