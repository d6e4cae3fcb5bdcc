import { randomUUID } from "node:crypto";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { routeBranches } from "./route-branches.mjs";
import { requireSameOrigin } from "./same-origin.mjs";
import { serveAssets, servePublicFiles } from "./static-files.mjs";

const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-for", "x-forwarded-port", "forwarded"];

/** The web role's HTTP application: files, then the check of origins, then the role's middleware, then Remix.
 * @param {import("./config.mjs").Config} config @param {import("./application.mjs").Application} application
 * @param {import("./application.mjs").Web} web */
export function createHttpApp(config, { build, vite }, web) {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", config.trustProxy);
  app.use(identifyRequest(config.trustProxy !== false));
  if (vite) app.use(vite.middlewares);
  else app.use("/assets", serveAssets()).use(servePublicFiles());
  app.use(requireSameOrigin(config.baseUrl));
  for (const middleware of web.middleware) app.use(middleware);
  app.all("*", handlePages(build, vite !== null, web.getLoadContext));
  app.use(answerDefect);
  return app;
}

/** Remix's handler; outside development one per branch of the routes, `/__manifest` with all of them.
 * @param {any} build @param {boolean} development @param {import("@remix-run/express").GetLoadContextFunction} getLoadContext
 * @returns {import("express").RequestHandler} */
function handlePages(build, development, getLoadContext) {
  const mode = process.env.NODE_ENV;
  const make = (/** @type {any} */ part) => createRequestHandler({ build: part, mode, getLoadContext });
  const whole = make(build);
  if (development) return whole;
  const branch = routeBranches(build, make);
  return (request, response, next) =>
    (request.path === "/__manifest" ? whole : branch(request.path))(request, response, next);
}

/** Every request has an id, echoed in X-Request-Id, and a moment on our clock (`asked` of Server-Timing, milliseconds
 * since 1970); a proxy's word on id, host and sender counts only when trusted.
 * @param {boolean} behindProxy @returns {import("express").RequestHandler} */
function identifyRequest(behindProxy) {
  return (request, response, next) => {
    if (!behindProxy) for (const name of FORWARDED) delete request.headers[name];
    const given = behindProxy ? String(request.headers["x-request-id"] ?? "") : "";
    const id = /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
    request.headers["x-request-id"] = id;
    response.setHeader("X-Request-Id", id);
    response.setHeader("Server-Timing", `asked;desc=${Date.now()}`);
    next();
  };
}

/** What neither Remix nor the middleware handled. Long parts of a path may be one-time links: no log holds them.
 * @type {import("express").ErrorRequestHandler} */
const answerDefect = (error, request, response, next) => {
  const status = Number.isInteger(error?.status) && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 500) {
    const path = request.path.replace(/[^/]{40,}/g, "…");
    process.stderr.write(`${request.method} ${path} (${request.headers["x-request-id"]}): ${error?.stack}\n`);
  }
  if (response.headersSent) return next(error);
  const text =
    status === 500 ? "Something went wrong on our side. Please try again.\n" : "This request is not valid.\n";
  response.status(status).type("text/plain").send(text);
};
