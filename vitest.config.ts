import path from "node:path";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { standaloneScripts } from "./app/standalone-scripts.plugin";

export default defineConfig({
  plugins: [standaloneScripts(path.resolve("app")), tsconfigPaths()],
  test: {
    globalSetup: "./tests/support/global-setup.ts",
    include: [
      "{app,emails,search,server,prisma}/**/*.test.{ts,tsx}",
      "tests/{support,routes,architecture}/**/*.test.{ts,tsx}",
    ],
    // Vitest puts its own BASE_URL of "/" into the environment.
    env: {
      SPORTELLO_SECRET: "a secret for tests only, of forty letters",
      MAIL_DOMAIN: "northwind.example",
      BASE_URL: "",
      // Nobody answers there: a test asks no DNS but its own.
      MAIL_DNS: "127.0.0.1:9",
    },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
  },
});
