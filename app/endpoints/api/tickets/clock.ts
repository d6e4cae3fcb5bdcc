import { explainClock } from "~/domain/tickets/explain-clock.server";
import { presentExplanation } from "../present-service.server";
import { serve } from "../route.server";
import { explainClock as explain } from "../service-operations";

export const loader = serve(
  explain,
  async (ctx, { params }) => presentExplanation(await explainClock(ctx, params.number, params.id)),
  "staff",
);
