import { getClocks } from "~/domain/tickets/get-clocks.server";
import { presentClock } from "../present-service.server";
import { serve } from "../route.server";
import { readClocks } from "../service-operations";

export const loader = serve(
  readClocks,
  async (ctx, { params }) => {
    const { clocks, recomputing } = await getClocks(ctx, params.number);
    return { clocks: clocks.map(presentClock), recomputing };
  },
  "staff",
);
