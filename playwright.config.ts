import path from "node:path";
import { chromium, defineConfig } from "@playwright/test";
import { root } from "./server/root.mjs";
import { findChromium } from "./tests/support/chromium.mjs";

const port = Number(process.env.E2E_PORT ?? 3210);
const smtpPort = Number(process.env.E2E_SMTP_PORT ?? 2610);
const baseURL = `http://localhost:${port}`;
const dataDir = path.join(root, ".cache/e2e-data");

/** Portal journeys run with JavaScript on and off; the desk's with it on. One server with a fresh demo company. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: ".cache/test-results/e2e",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: ".cache/test-results/playwright.json" }],
    ["./tests/e2e/support/failure-reporter.ts"],
  ],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/Rome",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findChromium(chromium.executablePath()) ?? undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "js", testDir: "tests/e2e", use: { javaScriptEnabled: true } },
    { name: "nojs", testDir: "tests/e2e/portal", use: { javaScriptEnabled: false } },
  ],
  webServer: {
    command: `rm -rf "${dataDir}" && exec "${process.execPath}" bin/sportello.mjs start`,
    cwd: root,
    url: `${baseURL}/healthz`,
    timeout: 120_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 9_000 },
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      MAIL_SMTP_PORT: String(smtpPort),
      SPORTELLO_DATA: dataDir,
      SPORTELLO_DEMO: "1",
      SPORTELLO_ROLES: "web,worker,mail",
      INBOUND_TOKEN: "inbound-token-for-the-journeys",
      BASE_URL: "",
      DATABASE_URL: "",
      SPORTELLO_SECRET: "",
      LOG_LEVEL: "warn",
    },
  },
});
