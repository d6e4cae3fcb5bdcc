import { Writable } from "node:stream";
import { gzipSync } from "node:zlib";
import { type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { holdsVersion } from "./http/download.server";
import { loggablePath } from "./http/loggable-path";
import { NonceContext } from "./http/nonce";
import { pagePolicy } from "./http/security-headers.server";
import { unpadded } from "./http/unpadded";
import { stringsFor } from "./i18n/resources.server";
import { ServerStringsContext } from "./i18n/server-strings";
import { log } from "./platform/log.server";

/** Ends the pool that the roles share: the launcher calls it after the last role has stopped. */
export { disconnect } from "./platform/db.server";

/** What the launcher starts; each is loaded only when its role is wanted. */
export const roles = {
  web: () => import("./roles/web.server"),
  worker: () => import("./roles/worker.server"),
  mail: () => import("./roles/mail.server"),
  cli: () => import("./roles/cli.server"),
};

const RENDER_MS = 15_000;

/** No loader answers with a promise: nothing of a page is sent later, and nothing waits for it. */
export const streamTimeout = 0;

/** Renders the whole page, then sends it in one piece: cheaper than streaming, and gzip at level 4 costs 0.1 ms. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  if (isUnchanged(request, status, headers, remix.manifest.version))
    return Promise.resolve(new Response(null, { status: 304, headers }));
  const page = (remix: EntryContext) => (
    <NonceContext.Provider value={context.nonce}>
      <ServerStringsContext.Provider value={stringsFor}>
        <RemixServer context={remix} url={request.url} nonce={context.nonce} abortDelay={RENDER_MS} />
      </ServerStringsContext.Provider>
    </NonceContext.Provider>
  );
  // Without React in the browser, a page needs neither the data nor the marks that React would find its place by.
  if (isStill(remix)) {
    const html = renderToStaticMarkup(page({ ...remix, serverHandoffStream: undefined }));
    return Promise.resolve(respond(request, status, headers, Buffer.from(`<!DOCTYPE html>${html}`), context.nonce));
  }
  return new Promise((resolve, reject) => {
    let failed = false;
    const late = setTimeout(() => abort(), RENDER_MS).unref();
    const { pipe, abort } = renderToPipeableStream(page(remix), {
      nonce: context.nonce,
      onAllReady() {
        clearTimeout(late); // it would hold the finished page in memory until then
        const chunks: Uint8Array[] = [];
        pipe(
          new Writable({
            write(chunk: Buffer, _encoding, done) {
              chunks.push(unpadded(chunk));
              done();
            },
            final(done) {
              resolve(respond(request, failed ? 500 : status, headers, Buffer.concat(chunks), context.nonce));
              done();
            },
          }),
        );
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        log.error({ err: error, requestId: context.requestId, url: loggablePath(request) }, "page failed");
      },
    });
  });
}

/** A document without React in the browser (see the root's `useStill`), to which nothing is handed over. */
const isStill = ({ staticHandlerContext, routeModules }: EntryContext): boolean =>
  staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = routeModules[route.id]?.handle;
    return typeof handle === "object" && handle !== null && "still" in handle;
  });

/**
 * Whether the browser or a cache holds the page as it would be rendered. Its ETag is its loader's, which names what is
 * on it, and the build's, which names how it looks.
 */
function isUnchanged(request: Request, status: number, headers: Headers, build: string): boolean {
  const [, content] = /^W\/"(.+)"$/.exec(headers.get("ETag") ?? "") ?? [];
  if (!content || status !== 200) return false;
  const tag = `"${content}.${build}"`;
  headers.set("ETag", `W/${tag}`);
  headers.append("Vary", "Accept-Encoding");
  return holdsVersion(request, tag);
}

function respond(request: Request, status: number, headers: Headers, page: Buffer, nonce: string): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const kept = headers.get("Cache-Control")?.startsWith("public") ?? false;
  headers.set("Content-Security-Policy", pagePolicy(kept ? null : nonce));
  if (status >= 500 || !headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-store");
  if (!headers.has("ETag")) headers.append("Vary", "Accept-Encoding");
  let body = page;
  if (/\bgzip\b/.test(request.headers.get("accept-encoding") ?? "")) {
    body = gzipSync(page, { level: 4 });
    headers.set("Content-Encoding", "gzip");
  }
  headers.set("Content-Length", String(body.length));
  return new Response(new Uint8Array(body), { status, headers });
}

/** Errors that loaders and actions did not turn into a response. What a visitor cannot ask for (405) is no defect. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error({ err: error, requestId: context?.requestId, url: loggablePath(request) }, "request failed");
}
