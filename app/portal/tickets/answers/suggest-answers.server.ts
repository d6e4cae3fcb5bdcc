import { findAnswers } from "~/domain/search/find-answers.server";
import type { FoundAnswer } from "~/domain/search/found-answer";
import type { Ctx } from "~/http/ctx.server";

/** As many as one looks at before going on. */
const MOST = 4;

/**
 * What may spare the writer of a ticket the wait, in the writer's language where there is one. A search that fails is no
 * reason to hold a ticket up: then there is nothing.
 */
export async function suggestAnswers(ctx: Ctx, typed: { subject: string; text: string }): Promise<FoundAnswer[]> {
  try {
    return await findAnswers(ctx, { ...typed, limit: MOST });
  } catch {
    return [];
  }
}
