import { randomBytes } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { Request, RequestHandler, Response } from "express";
import "~/http/load-context.server";
import { COMMON_HEADERS } from "~/http/security-headers.server";
import { answerUnchanged } from "~/http/unchanged-help.server";
import { startCountingViews } from "~/domain/knowledge/count-views.server";
import { newId } from "~/lib/id";
import { measureRequests } from "~/platform/metrics.server";
import { startLive, stopLive } from "~/platform/live-client.server";

const headers: RequestHandler = (_request, response, next) => {
  response.set(COMMON_HEADERS);
  next();
};

/** The web role: what express puts before the pages, and what every loader gets. `stop` ends the event streams;
 * the launcher ends the pool after the last role. */
export async function startWeb() {
  startLive();
  const views = startCountingViews();
  return {
    middleware: [headers, measureRequests, answerUnchanged()],
    getLoadContext(request: Request, response: Response): AppLoadContext {
      return {
        requestId: request.get("x-request-id") ?? newId(),
        ip: request.ip ?? "",
        nonce: randomBytes(16).toString("base64"),
        setCookie: (cookie) => void response.append("Set-Cookie", cookie),
      };
    },
    async stop() {
      await stopLive();
      await views.stop();
    },
  };
}
