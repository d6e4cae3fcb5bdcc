import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

type Held = {
  registry: Registry<"application/openmetrics-text; version=1.0.0; charset=utf-8">;
  seconds: Histogram;
  jobs: Counter;
  smtp: Counter;
};
const holder = globalThis as unknown as { sportelloMetrics?: Held };

function create(): Held {
  const registry = new Registry<"application/openmetrics-text; version=1.0.0; charset=utf-8">();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: registry as unknown as Registry });
  const registers = [registry as unknown as Registry];
  return {
    registry,
    seconds: new Histogram({
      name: "sportello_http_request_seconds",
      help: "Time to answer, by method and class of status",
      labelNames: ["method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    }),
    jobs: new Counter({
      name: "sportello_jobs",
      help: "Jobs run by this process, by name and result",
      labelNames: ["name", "result"],
      registers,
    }),
    smtp: new Counter({
      name: "sportello_smtp",
      help: "What happened at this process's mail receiver",
      labelNames: ["event"],
      registers,
    }),
  };
}

const metrics = (): Held => (holder.sportelloMetrics ??= create());

/** Measures every answer of the web role. */
export const measureRequests: RequestHandler = (request, response, next) => {
  const started = process.hrtime.bigint();
  response.on("finish", () => {
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    metrics().seconds.observe(
      { method: request.method, status: `${Math.floor(response.statusCode / 100)}xx` },
      seconds,
    );
  });
  next();
};

/** Counts one run of a job. */
export const countJob = (name: string, result: "done" | "failed"): void => metrics().jobs.inc({ name, result });

/** `refused` and `cut_off` are connections, `tls` and `tls_failed` handshakes, `mail` and `mail_refused` messages. */
type SmtpEvent = "connection" | "refused" | "cut_off" | "tls" | "tls_failed" | "mail" | "mail_refused";

/** Counts one event at the mail receiver. */
export const countSmtp = (event: SmtpEvent): void => metrics().smtp.inc({ event });

/** This process's figures and the given ones, in the OpenMetrics text format. */
export async function openMetrics(
  gauges: { name: string; help: string; value: number; labels?: Record<string, string> }[],
): Promise<{ type: string; body: string }> {
  const { registry } = metrics();
  for (const { name, help, value, labels = {} } of gauges) {
    const registered = registry.getSingleMetric(name) as Gauge | undefined;
    const gauge =
      registered ??
      new Gauge({ name, help, labelNames: Object.keys(labels), registers: [registry as unknown as Registry] });
    gauge.set(labels, value);
  }
  return { type: registry.contentType, body: await registry.metrics() };
}
