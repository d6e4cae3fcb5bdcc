import { z } from "zod";
import { getRules } from "~/domain/routing/get-rules.server";
import type { Rule } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import type { PersonCtx } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { redirectWithToast, type Toast } from "~/http/toast.server";
import { DomainError, invalid, notFound } from "~/lib/errors";
import { type OrderedRule, withoutRule } from "~/lib/ordered-rules";
import { arranged, readOrder } from "./pending-order";

/** The version that a list was shown from. */
const baseField = z.coerce.number("common:error.invalid").int().min(1);

/** A list of rules in versions: where it is shown, how a version is read and the next one saved. */
type VersionedList<R> = {
  area: string;
  read: (ctx: PersonCtx, version: number) => Promise<{ rules: R[] }>;
  save: (ctx: PersonCtx, list: { base: number; rules: R[] }) => Promise<unknown>;
};

type Change<R> = {
  base: number;
  edit: (rules: R[]) => R[];
  toast: Toast;
  /** Where a refusal is told; the list by default. */
  refusedTo?: string;
};

/** A one-button change of the list as it was shown; a refusal, also of a list that was saved in between, is told on the list. */
export async function changeVersionedList<R>(
  ctx: PersonCtx,
  { area, read, save }: VersionedList<R>,
  { base, edit, toast, refusedTo }: Change<R>,
): Promise<Response> {
  const to = paths.desk.admin(area);
  try {
    const { rules } = await read(ctx, base);
    await save(ctx, { base, rules: edit(rules) });
  } catch (error) {
    if (!(error instanceof DomainError) || (error.kind !== "conflict" && error.kind !== "invalid")) throw error;
    const gone = error.kind === "invalid" && Object.keys(error.fields).length > 0;
    const key = gone ? "routing:rules.error.broken" : error.code;
    return redirectWithToast(refusedTo ?? to, { key, params: error.params, tone: "danger" });
  }
  return redirectWithToast(to, toast);
}

/** Another order of a list and other switches, as its form posts them. */
export const orderForm = z.object({ base: baseField, order: z.string().max(5_000) });

/** Saves that order, tried or not. After a refusal it stays in the address, beside what the refusal is about. */
export const toOrder = <R extends OrderedRule>(
  area: string,
  { base, order }: z.output<typeof orderForm>,
): Change<R> => ({
  base,
  edit: (rules) => {
    const wanted = readOrder(order, rules.length);
    if (!wanted) throw invalid("common:error.checkFields");
    return arranged(rules, wanted);
  },
  toast: { key: "desk:toast.saved" },
  refusedTo: paths.desk.admin(area, { base, order }),
});

export const removalForm = z.object({ base: baseField });

/** Takes a rule out of the list; earlier versions keep it. 404 for one that is not there. */
export const withoutOne = <R extends OrderedRule>(
  ruleId: string,
  { base }: z.output<typeof removalForm>,
): Change<R> => ({
  base,
  edit: (rules) => {
    if (!rules.some(({ id }) => id === ruleId)) throw notFound();
    return withoutRule(rules, ruleId);
  },
  toast: { key: "routing:rules.toast.removed" },
});

const ROUTING_RULES: VersionedList<Rule> = { area: "rules", read: getRules, save: saveRules };

export const changeList = (ctx: PersonCtx, change: Change<Rule>): Promise<Response> =>
  changeVersionedList(ctx, ROUTING_RULES, change);
