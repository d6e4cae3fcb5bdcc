import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    globalSetup: "./tests/support/global-setup.ts",
    include: [
      "{app,emails,search,server,prisma}/**/*.test.{ts,tsx}",
      "tests/{support,routes,architecture}/**/*.test.{ts,tsx}",
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
