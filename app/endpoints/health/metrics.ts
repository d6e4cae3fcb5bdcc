import { readGauges } from "~/domain/insights/read-gauges.server";
import { openMetricsPage } from "~/http/metrics-page.server";
import { tokenRoute } from "~/http/token-route.server";

/** OpenMetrics, for an administrator's API token. */
export const loader = tokenRoute("administrator", async (ctx) => openMetricsPage(await readGauges(ctx)));
