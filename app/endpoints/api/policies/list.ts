import { listPolicies } from "~/domain/sla/list-policies.server";
import { serve } from "../route.server";
import { listPolicies as list } from "../service-operations";

export const loader = serve(
  list,
  async (ctx) => ({
    items: (await listPolicies(ctx)).map(({ calendar: _calendar, archivedAt, ...policy }) => ({
      ...policy,
      archivedAt: archivedAt?.toISOString() ?? null,
    })),
  }),
  "administrator",
);
