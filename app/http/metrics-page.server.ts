import { openMetrics } from "~/platform/metrics.server";

/** The process's figures and the given gauges as an answer. */
export async function openMetricsPage(gauges: Parameters<typeof openMetrics>[0]): Promise<Response> {
  const { type, body } = await openMetrics(gauges);
  return new Response(body, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}
