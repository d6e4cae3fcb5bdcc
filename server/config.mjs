// The whole configuration: environment variables, checked once by one schema with one clear problem per variable.
import { Resolver } from "node:dns";
import path from "node:path";
import { z } from "zod";

const DEMO_DOMAIN = "northwind.example";

/**
 * @typedef {object} Config
 * @property {number} port HTTP
 * @property {string} host address the HTTP server listens on; loopback unless HOST says otherwise
 * @property {string} baseUrl origin that links in mails point to, without a trailing slash
 * @property {string} databaseUrl "" only before the launcher has started the embedded PostgreSQL
 * @property {string} dataDir absolute
 * @property {{ web: boolean, worker: boolean, mail: boolean }} roles
 * @property {boolean} demo a first start fills an empty database with the demo company
 * @property {string} secret at least 32 characters; "" only before the launcher has read or made the kept one
 * @property {{ smtpPort: number, smtpHost: string, domain: string, from: string,
 *   tls: null | { cert: string, key: string }, dns: string[] }} mail tls: absolute paths of PEM files; null has the
 *   receiver make its own; dns: servers that are asked about senders, empty for the system's
 * @property {false | number | string[]} trustProxy number of proxies in front, or their addresses
 * @property {string | null} smtpUrl
 * @property {{ apiKey: string | null, webhookSecret: string | null }} resend
 * @property {string | null} inboundToken
 * @property {boolean} webhookPrivate webhooks may go to addresses of private networks
 * @property {null | { host: string, apiKey: string }} meilisearch null searches in PostgreSQL
 * @property {null | { endpoint: string, region: string, bucket: string, accessKeyId: string, secretAccessKey: string }} s3
 */

/** Names every variable that is wrong; `problems` is the list, the message is one sentence each. */
export class ConfigError extends Error {
  /** @param {{ variable: string, problem: string }[]} problems */
  constructor(problems) {
    super(problems.map(({ variable, problem }) => `${variable} ${problem}.`).join("\n           "));
    this.name = "ConfigError";
    this.problems = problems;
  }
}

const unset = z.literal("").transform(() => undefined);
/** An empty variable counts as unset. @template {z.ZodType} T @param {T} schema */
const optional = (schema) => z.union([unset, schema]).optional();

const hostName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;
const portNumber = "must be a port number between 1 and 65535";
const port = z.coerce.number(portNumber).int(portNumber).min(1, portNumber).max(65_535, portNumber);
const onOff = z.enum(["0", "1"], "must be 0 or 1").transform((value) => value === "1");
const address = z
  .string()
  .regex(/^[^\s]+$/, "must be a host name or an address")
  .max(255);
/** @param {string[]} list */
const areDnsServers = (list) => {
  try {
    new Resolver().setServers(list);
    return list.every((server) => Number(/^(?:[\d.]+|\[.*\]):(\d+)$/.exec(server)?.[1] ?? 53) <= 65_535);
  } catch {
    return false;
  }
};
const dnsServers = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .refine(areDnsServers, {
    error: "must be addresses of DNS servers separated by commas, like 192.0.2.53 or [2001:db8::53]:5353",
  });
const secretText = (/** @type {number} */ least) => z.string().min(least, `must have at least ${least} characters`);
const protocol = (/** @type {RegExp} */ scheme, /** @type {string} */ example) =>
  z.url({ protocol: scheme, error: `must be an address like ${example}` });

const roles = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim()))
  .refine((names) => names.every((name) => ["web", "worker", "mail"].includes(name)), {
    error: "must be a list of web, worker, mail, separated by commas",
  })
  .transform((names) => ({
    web: names.includes("web"),
    worker: names.includes("worker"),
    mail: names.includes("mail"),
  }));

const network = /^(loopback|linklocal|uniquelocal|[\d.]{7,15}(\/\d{1,2})?|[\da-f:]*:[\da-f:.]*(\/\d{1,3})?)$/i;
const trustProxy = z
  .string()
  .transform((text) => {
    if (text === "0" || text === "false") return false;
    if (text === "true") return 1;
    return /^\d$/.test(text) ? Number(text) : text.split(",").map((part) => part.trim());
  })
  .refine((value) => !Array.isArray(value) || value.every((part) => network.test(part)), {
    error: "must be the number of proxies in front, or their addresses separated by commas",
  });

const variables = z.object({
  PORT: optional(port),
  HOST: optional(address),
  BASE_URL: optional(
    protocol(/^https?$/, "https://help.example.com").refine(
      (text) => !URL.canParse(text) || new URL(text).pathname === "/",
      {
        error: "must have no path",
      },
    ),
  ),
  DATABASE_URL: optional(protocol(/^postgres(ql)?$/, "postgresql://user:password@host:5432/database")),
  SPORTELLO_DATA: optional(z.string()),
  SPORTELLO_ROLES: optional(roles),
  SPORTELLO_DEMO: optional(onOff),
  SPORTELLO_SECRET: optional(secretText(32)),
  MAIL_SMTP_PORT: optional(port),
  MAIL_SMTP_HOST: optional(address),
  MAIL_DOMAIN: optional(z.string().regex(hostName, "must be a domain name like example.com")),
  MAIL_FROM: optional(z.email("must be a mail address")),
  MAIL_TLS_CERT: optional(z.string()),
  MAIL_TLS_KEY: optional(z.string()),
  MAIL_DNS: optional(dnsServers),
  TRUST_PROXY: optional(trustProxy),
  SMTP_URL: optional(protocol(/^smtps?$/, "smtps://user:password@host:465")),
  RESEND_API_KEY: optional(z.string().startsWith("re_", "must start with re_")),
  RESEND_WEBHOOK_SECRET: optional(z.string().startsWith("whsec_", "must start with whsec_")),
  INBOUND_TOKEN: optional(secretText(16)),
  WEBHOOK_PRIVATE: optional(onOff),
  MEILISEARCH_HOST: optional(protocol(/^https?$/, "http://127.0.0.1:7700")),
  MEILISEARCH_API_KEY: optional(z.string().regex(/^[!-~]+$/, "must be the key, without spaces")),
  S3_ENDPOINT: optional(protocol(/^https?$/, "https://s3.eu-central-1.amazonaws.com")),
  S3_REGION: optional(z.string()),
  S3_BUCKET: optional(z.string()),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
});

/** Reads the configuration. @param {Record<string, string | undefined>} env @returns {Config} @throws {ConfigError} */
export function readConfig(env) {
  const parsed = variables.safeParse(env);
  if (!parsed.success) throw new ConfigError(describe(parsed.error.issues));
  const value = parsed.data;
  const problems = jointProblems(value);
  if (problems.length) throw new ConfigError(problems);

  const httpPort = value.PORT ?? 3000;
  const domain = (value.MAIL_DOMAIN ?? DEMO_DOMAIN).toLowerCase();
  return {
    port: httpPort,
    host: value.HOST ?? "127.0.0.1",
    baseUrl: value.BASE_URL ? new URL(value.BASE_URL).origin : `http://localhost:${httpPort}`,
    databaseUrl: value.DATABASE_URL ?? "",
    dataDir: path.resolve(value.SPORTELLO_DATA ?? ".data"),
    roles: value.SPORTELLO_ROLES ?? { web: true, worker: true, mail: true },
    demo: value.SPORTELLO_DEMO ?? true,
    secret: value.SPORTELLO_SECRET ?? "",
    mail: {
      smtpPort: value.MAIL_SMTP_PORT ?? 2525,
      smtpHost: value.MAIL_SMTP_HOST ?? "127.0.0.1",
      domain,
      from: value.MAIL_FROM ?? `support@${domain}`,
      tls: certificate(value),
      dns: value.MAIL_DNS ?? [],
    },
    trustProxy: value.TRUST_PROXY ?? false,
    smtpUrl: value.SMTP_URL ?? null,
    resend: { apiKey: value.RESEND_API_KEY ?? null, webhookSecret: value.RESEND_WEBHOOK_SECRET ?? null },
    inboundToken: value.INBOUND_TOKEN ?? null,
    webhookPrivate: value.WEBHOOK_PRIVATE ?? false,
    meilisearch: meilisearch(value),
    s3: storage(value),
  };
}

/** @typedef {z.output<typeof variables>} Values */
const storageNames = /** @type {const} */ ([
  "S3_ENDPOINT",
  "S3_REGION",
  "S3_BUCKET",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
]);

/** What only several variables together can get wrong. @param {Values} value */
function jointProblems(value) {
  const problems = [];
  if (value.DATABASE_URL && !value.SPORTELLO_SECRET) {
    problems.push({
      variable: "SPORTELLO_SECRET",
      problem: "is required with DATABASE_URL: at least 32 random characters, the same for every process",
    });
  }
  if (Boolean(value.MAIL_TLS_CERT) !== Boolean(value.MAIL_TLS_KEY)) {
    const [variable, other] = value.MAIL_TLS_CERT
      ? ["MAIL_TLS_KEY", "MAIL_TLS_CERT"]
      : ["MAIL_TLS_CERT", "MAIL_TLS_KEY"];
    problems.push({ variable, problem: `is required with ${other}` });
  }
  if (Boolean(value.MEILISEARCH_HOST) !== Boolean(value.MEILISEARCH_API_KEY)) {
    const [variable, other] = value.MEILISEARCH_HOST
      ? ["MEILISEARCH_API_KEY", "MEILISEARCH_HOST"]
      : ["MEILISEARCH_HOST", "MEILISEARCH_API_KEY"];
    problems.push({ variable, problem: `is required with ${other}` });
  }
  const missing = storageNames.filter((name) => !value[name]);
  if (missing.length && missing.length < storageNames.length) {
    for (const variable of missing) problems.push({ variable, problem: "is required with the other S3_ variables" });
  }
  return problems;
}

/** @param {Values} value @returns {Config["mail"]["tls"]} */
function certificate({ MAIL_TLS_CERT, MAIL_TLS_KEY }) {
  if (!MAIL_TLS_CERT || !MAIL_TLS_KEY) return null;
  return { cert: path.resolve(MAIL_TLS_CERT), key: path.resolve(MAIL_TLS_KEY) };
}

/** @param {Values} value @returns {Config["meilisearch"]} */
function meilisearch({ MEILISEARCH_HOST, MEILISEARCH_API_KEY }) {
  if (!MEILISEARCH_HOST || !MEILISEARCH_API_KEY) return null;
  return { host: MEILISEARCH_HOST.replace(/\/+$/, ""), apiKey: MEILISEARCH_API_KEY };
}

/** @param {Values} value @returns {Config["s3"]} */
function storage(value) {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = value;
  if (!S3_ENDPOINT || !S3_REGION || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return {
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}

/** One problem per variable: the first that the schema itself (not the "unset" alternative) reports.
 * @param {z.core.$ZodIssue[]} issues */
function describe(issues) {
  const problems = new Map();
  for (const issue of issues) {
    const variable = String(issue.path[0]);
    const inner = issue.code === "invalid_union" ? issue.errors.at(-1)?.[0]?.message : issue.message;
    if (!problems.has(variable)) problems.set(variable, phrase(inner ?? "is not valid"));
  }
  return [...problems].map(([variable, problem]) => ({ variable, problem }));
}

/** @param {string} message */
const phrase = (message) =>
  /^(must|is) /.test(message) ? message : `is not valid: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
