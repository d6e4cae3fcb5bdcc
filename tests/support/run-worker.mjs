// A worker process of its own, from the sources: for tests that kill it. Says "ready" on standard output.
import { createServer } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";

const vite = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "error",
  plugins: [tsconfigPaths()],
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true, include: [] },
});
const { startWorker } = await vite.ssrLoadModule("/app/roles/worker.server.ts");
const worker = await startWorker();
process.on("SIGTERM", () => void worker.stop().then(() => process.exit(0)));
process.stdout.write("ready\n");
