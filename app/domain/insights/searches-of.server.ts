import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import type { SearchFilter, SearchOutcome } from "./knowledge-views";

/** Condition on rows `s` of search_intention. */
export function searchesOf(ctx: Ctx, { half, locale, outcome, days }: SearchFilter): Prisma.Sql {
  const since = new Date(ctx.now.getTime() - days * 86_400_000);
  const parts = [Prisma.sql`s.started_at > ${since}`];
  if (half) parts.push(Prisma.sql`s.half = ${half}::half`);
  if (locale) parts.push(Prisma.sql`s.locale = ${locale}`);
  if (outcome) parts.push(OUTCOMES[outcome]);
  return Prisma.join(parts, " and ");
}

const OUTCOMES: Record<SearchOutcome, Prisma.Sql> = {
  without: Prisma.sql`s.results = 0`,
  unopened: Prisma.sql`s.results > 0 and s.opened is null`,
  opened: Prisma.sql`s.opened is not null`,
};
