import { z } from "zod";
import { forbidden } from "~/lib/errors";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";

/** A wanted answer as `listWantedAnswers` names it, and what an editor decided. */
export const wishForm = z.object({
  locale: z.enum(["en", "it", "ro", "ru"]),
  query: z.string().trim().min(1).max(300),
  verdict: z.enum(["done", "dismissed"]),
});
export type WishForm = z.output<typeof wishForm>;

/** Takes a wanted answer off the list: `done` until it is asked again, `dismissed` for good. Editors and administrators. */
export async function settleWish(ctx: Ctx, { locale, query, verdict }: WishForm): Promise<void> {
  const { actor } = ctx;
  const edits = actor.kind === "person" && (actor.role === "editor" || actor.role === "administrator");
  if (!edits && actor.kind !== "system") throw forbidden();
  await ctx.db.$executeRaw`
    insert into search_wish (locale, query, verdict, at, by_id)
    values (${locale}, ${query}, ${verdict}, ${ctx.now}, ${actorPersonId(ctx)}::uuid)
    on conflict (locale, query) do update set verdict = excluded.verdict, at = excluded.at, by_id = excluded.by_id`;
}
