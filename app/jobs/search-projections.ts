import type { Ctx } from "~/platform/ctx.server";
import type { Projection } from "#search/projection";

const domains = import.meta.glob<{ projections: readonly Projection<Ctx>[] }>(
  "../domain/*/search-documents.server.ts",
  {
    eager: true,
  },
);

/** Everything that can be found, as each domain's `search-documents.server.ts` makes documents of it. */
export const projections: readonly Projection<Ctx>[] = Object.values(domains).flatMap((domain) => domain.projections);
