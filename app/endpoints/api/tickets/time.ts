import { dayIn } from "~/domain/sla/contract-period";
import { listTime } from "~/domain/tickets/list-time.server";
import { logTime } from "~/domain/tickets/log-time.server";
import { presentPage } from "../present.server";
import { presentTimeEntry } from "../present-service.server";
import { byMethod, serve } from "../route.server";
import { listTime as list, logTime as log } from "../service-operations";

export const loader = serve(
  list,
  async (ctx, { params, query }) =>
    presentPage(await listTime(ctx, params.number, query.cursor ?? null), presentTimeEntry),
  "staff",
);

export const action = byMethod({
  POST: serve(
    log,
    async (ctx, { params, body }) => {
      const { key, seconds, on = dayIn(ctx.timeZone, ctx.now), ...rest } = body;
      const { entryId } = await logTime(ctx, params.number, { ...rest, on, spent: seconds, formId: key });
      return { id: entryId };
    },
    "staff",
  ),
});
