import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import type { LockedNews } from "./lock-news.server";

/** Refuses an act on news that somebody has saved since the actor saw them; tells who (`name`) and the `revision` by now. */
export async function assertUnmoved(
  ctx: Ctx,
  { revision, savedById }: LockedNews,
  seen: number,
  code: "news:error.moved" | "news:error.unread",
): Promise<void> {
  if (revision === seen) return;
  const by = savedById ? await ctx.db.person.findUnique({ where: { id: savedById }, select: { name: true } }) : null;
  throw conflict(code, { name: by?.name ?? "Sportello", revision });
}
