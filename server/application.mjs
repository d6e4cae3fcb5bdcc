// The application's code: the build in production, Vite's module graph in development. Both give the same roles.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./root.mjs";

/**
 * @typedef {{ stop(): Promise<void> }} Running
 * @typedef {Running & { getLoadContext: import("@remix-run/express").GetLoadContextFunction,
 *   middleware: import("express").RequestHandler[] }} Web
 * @typedef {{ email: string, password: string, role: string }} DemoAccount
 * @typedef {object} Roles
 * @property {() => Promise<{ startWeb(): Promise<Web> }>} web
 * @property {() => Promise<{ startWorker(): Promise<Running> }>} worker
 * @property {() => Promise<{ startMail(): Promise<Running> }>} mail
 * @property {() => Promise<{ runCommand(argv: string[]): Promise<number>, listDemoAccounts?(): Promise<DemoAccount[]> }>} cli
 *
 * @typedef {object} Application
 * @property {Roles} roles
 * @property {import("@remix-run/express").RequestHandler | unknown} build what createRequestHandler takes
 * @property {import("vite").ViteDevServer | null} vite
 * @property {() => Promise<void>} close ends the pool that all roles share, and Vite
 */

/** Loads the application. The environment is complete by then. @param {import("node:http").Server} [server] for Vite's
 * live connection in development; without it always the build @returns {Promise<Application>} */
export async function loadApplication(server) {
  const vite = server && process.env.NODE_ENV === "development" ? await startVite(server) : null;
  const load = () =>
    vite
      ? vite.ssrLoadModule("virtual:remix/server-build")
      : import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const build = await load();
  const { roles, disconnect } = build.entry.module;
  return {
    roles,
    vite,
    build: vite ? load : build,
    async close() {
      await disconnect();
      await vite?.close();
    },
  };
}

/** @param {import("node:http").Server} server */
async function startVite(server) {
  const { createServer } = await import("vite");
  return createServer({ root, appType: "custom", server: { middlewareMode: true, hmr: { server } } });
}
