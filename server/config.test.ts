import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.mjs";

const secret = "a".repeat(32);
const storage = {
  S3_ENDPOINT: "https://s3.example.com",
  S3_REGION: "eu-south-1",
  S3_BUCKET: "files",
  S3_ACCESS_KEY_ID: "id",
  S3_SECRET_ACCESS_KEY: "key",
};

function problemsOf(env: Record<string, string>) {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("readConfig", () => {
  test("an empty environment gives the defaults; empty variables count as unset", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      baseUrl: "http://localhost:3000",
      databaseUrl: "",
      roles: { web: true, worker: true, mail: true },
      demo: true,
      mail: { smtpPort: 2525, smtpHost: "127.0.0.1", domain: "northwind.example", from: "support@northwind.example" },
      trustProxy: false,
      s3: null,
      resend: { apiKey: null, webhookSecret: null },
    });
    expect(readConfig({ PORT: "", BASE_URL: "", SPORTELLO_ROLES: "", SMTP_URL: "", S3_BUCKET: "" })).toEqual(config);
  });

  test("takes a certificate with its key, and not one without the other", () => {
    expect(readConfig({}).mail.tls).toBeNull();
    const both = { MAIL_TLS_CERT: "/etc/mail/chain.pem", MAIL_TLS_KEY: "/etc/mail/key.pem" };
    expect(readConfig(both).mail.tls).toEqual({ cert: both.MAIL_TLS_CERT, key: both.MAIL_TLS_KEY });
    expect(problemsOf({ MAIL_TLS_CERT: "chain.pem" })).toEqual([
      { variable: "MAIL_TLS_KEY", problem: "is required with MAIL_TLS_CERT" },
    ]);
    expect(problemsOf({ MAIL_TLS_KEY: "key.pem" })).toEqual([
      { variable: "MAIL_TLS_CERT", problem: "is required with MAIL_TLS_KEY" },
    ]);
  });

  test("takes a search server with its key, and not one without the other", () => {
    expect(readConfig({}).meilisearch).toBeNull();
    const both = {
      MEILISEARCH_HOST: "http://search.internal:7700/",
      MEILISEARCH_API_KEY: "a key of ours".replaceAll(" ", "-"),
    };
    expect(readConfig(both).meilisearch).toEqual({ host: "http://search.internal:7700", apiKey: "a-key-of-ours" });
    expect(problemsOf({ MEILISEARCH_HOST: both.MEILISEARCH_HOST })).toEqual([
      { variable: "MEILISEARCH_API_KEY", problem: "is required with MEILISEARCH_HOST" },
    ]);
    expect(problemsOf({ MEILISEARCH_API_KEY: both.MEILISEARCH_API_KEY })).toEqual([
      { variable: "MEILISEARCH_HOST", problem: "is required with MEILISEARCH_API_KEY" },
    ]);
    expect(problemsOf({ ...both, MEILISEARCH_HOST: "search:7700" })).toEqual([
      { variable: "MEILISEARCH_HOST", problem: "must be an address like http://127.0.0.1:7700" },
    ]);
  });

  test("takes DNS servers with and without ports", () => {
    expect(readConfig({}).mail.dns).toEqual([]);
    expect(readConfig({ MAIL_DNS: "192.0.2.53, 127.0.0.1:5353,[2001:db8::53]:53" }).mail.dns).toEqual([
      "192.0.2.53",
      "127.0.0.1:5353",
      "[2001:db8::53]:53",
    ]);
  });

  test("reads each variable", () => {
    const config = readConfig({
      PORT: "8080",
      BASE_URL: "https://help.example.com/",
      DATABASE_URL: "postgres://u:p@db/x",
      SPORTELLO_SECRET: secret,
      SPORTELLO_DATA: "/srv/sportello",
      SPORTELLO_ROLES: "worker, mail",
      SPORTELLO_DEMO: "0",
      MAIL_DOMAIN: "Example.COM",
      TRUST_PROXY: "loopback, 10.0.0.0/8",
      SMTP_URL: "smtps://u:p@mail.example.com:465",
      ...storage,
    });
    expect(config).toMatchObject({
      port: 8080,
      baseUrl: "https://help.example.com",
      dataDir: "/srv/sportello",
      roles: { web: false, worker: true, mail: true },
      demo: false,
      mail: { domain: "example.com", from: "support@example.com" },
      trustProxy: ["loopback", "10.0.0.0/8"],
      s3: { region: "eu-south-1", bucket: "files" },
    });
    expect(readConfig({ TRUST_PROXY: "2" }).trustProxy).toBe(2);
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["HOST", "a b"],
    ["BASE_URL", "help.example.com"],
    ["BASE_URL", "https://example.com/help"],
    ["DATABASE_URL", "mysql://db/x"],
    ["SPORTELLO_ROLES", "web,cron"],
    ["SPORTELLO_DEMO", "yes"],
    ["SPORTELLO_SECRET", "short"],
    ["MAIL_SMTP_PORT", "0"],
    ["MAIL_DOMAIN", "exa mple"],
    ["MAIL_FROM", "support"],
    ["MAIL_DNS", "dns.example.com"],
    ["MAIL_DNS", "192.0.2.53:70000"],
    ["MAIL_DNS", "192.0.2.53,,"],
    ["TRUST_PROXY", "everyone"],
    ["SMTP_URL", "mail.example.com"],
    ["RESEND_API_KEY", "key"],
    ["RESEND_WEBHOOK_SECRET", "key"],
    ["INBOUND_TOKEN", "short"],
    ["S3_ENDPOINT", "s3"],
  ])("%s=%s is one clear problem", (variable, value) => {
    const problems = problemsOf({ SPORTELLO_SECRET: secret, ...storage, [variable]: value });
    expect(problems.map((each) => each.variable)).toEqual([variable]);
    expect(problems[0]?.problem).toMatch(/^must /);
  });

  test("a database of one's own needs a secret of one's own; S3 variables come together", () => {
    expect(problemsOf({ DATABASE_URL: "postgres://db/x" })).toMatchObject([{ variable: "SPORTELLO_SECRET" }]);
    expect(problemsOf({ S3_BUCKET: "files" }).map((each) => each.variable)).toEqual([
      "S3_ENDPOINT",
      "S3_REGION",
      "S3_ACCESS_KEY_ID",
      "S3_SECRET_ACCESS_KEY",
    ]);
  });
});
