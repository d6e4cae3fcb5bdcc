import { getContract } from "~/domain/sla/get-contract.server";
import { presentContract } from "../present-service.server";
import { serve } from "../route.server";
import { readContract } from "../service-operations";

export const loader = serve(
  readContract,
  async (ctx, { params }) => presentContract(await getContract(ctx, params.id)),
  "staff",
);
