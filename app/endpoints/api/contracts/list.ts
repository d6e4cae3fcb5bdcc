import { listContracts } from "~/domain/sla/list-contracts.server";
import { presentPage } from "../present.server";
import { presentContractRow } from "../present-service.server";
import { serve } from "../route.server";
import { listContracts as list } from "../service-operations";

export const loader = serve(
  list,
  async (ctx, { query: { q, archived, cursor } }) =>
    presentPage(await listContracts(ctx, cursor ?? null, { q, archived: archived === "true" }), presentContractRow),
  "staff",
);
