import { type CoverChoices, listCoverChoices } from "~/domain/sla/list-cover-choices.server";
import type { PersonCtx } from "~/http/ctx.server";
import { textFields } from "~/http/forms.server";
import { readCoverQuery } from "./read-contract-form.server";

export type CoverSearch = { found: CoverChoices; values: Record<string, string> };

/** Nothing is saved: the form comes back as typed, with what was found. */
export async function searchCover(ctx: PersonCtx, form: FormData): Promise<CoverSearch> {
  return { found: await listCoverChoices(ctx, readCoverQuery(form)), values: textFields(form) };
}
