import { conflict } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";

type Saved = { revision: number; savedById: string | null };

/** Refuses, by the conflict `code`, an act on what somebody has saved since the actor saw it; tells who (`name`) and the `revision` by now. */
export async function assertUnmoved(
  ctx: Ctx,
  { revision, savedById }: Saved,
  seen: number,
  code: string,
): Promise<void> {
  if (revision === seen) return;
  const by = savedById ? await ctx.db.person.findUnique({ where: { id: savedById }, select: { name: true } }) : null;
  throw conflict(code, { name: by?.name ?? "Sportello", revision });
}
