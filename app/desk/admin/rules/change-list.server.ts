import { z } from "zod";
import { getRules } from "~/domain/routing/get-rules.server";
import type { Rule } from "~/domain/routing/rules";
import { saveRules } from "~/domain/routing/save-rules.server";
import type { PersonCtx } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { redirectWithToast, type Toast } from "~/http/toast.server";
import { DomainError } from "~/lib/errors";

/** The version that a list was shown from. */
export const baseField = z.coerce.number("common:error.invalid").int().min(1);

type Change = {
  base: number;
  edit: (rules: Rule[]) => Rule[];
  toast: Toast;
  /** Where a refusal is told; the list by default. */
  refusedTo?: string;
};

/** A one-button change of the list as it was shown; a refusal, also of a list that was saved in between, is told on the list. */
export async function changeList(ctx: PersonCtx, { base, edit, toast, refusedTo }: Change): Promise<Response> {
  const to = paths.desk.admin("rules");
  try {
    const { rules } = await getRules(ctx, base);
    await saveRules(ctx, { base, rules: edit(rules) });
  } catch (error) {
    if (!(error instanceof DomainError) || (error.kind !== "conflict" && error.kind !== "invalid")) throw error;
    const gone = error.kind === "invalid" && Object.keys(error.fields).length > 0;
    const key = gone ? "routing:rules.error.broken" : error.code;
    return redirectWithToast(refusedTo ?? to, { key, params: error.params, tone: "danger" });
  }
  return redirectWithToast(to, toast);
}
