// Forged forms: a request that changes something must come from our own pages, or carry its own proof.

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
// Mail handed in by programs, webhooks and one-click unsubscribe (RFC 8058) prove themselves by token or signature.
const EXEMPT = /^\/(inbound|unsubscribe)(\/|$)/;

const REFUSAL =
  "This request did not come from a page of this site, so nothing was changed. Go back, reload the page and try again.\n";

/** Express middleware that answers 403 to state-changing requests from elsewhere. @param {string} baseUrl
 * @returns {import("express").RequestHandler} */
export function requireSameOrigin(baseUrl) {
  return (request, response, next) => {
    if (isAllowed(request.method, request.path, request.headers, baseUrl)) return next();
    response.status(403).set("Cache-Control", "no-store").type("text/plain").send(REFUSAL);
  };
}

/** Whether the request may go on. The browser's own word (Sec-Fetch-Site) comes first, then Origin, then Referer; one of
 * them must speak for it. @param {string} method @param {string} path
 * @param {import("node:http").IncomingHttpHeaders} headers @param {string} baseUrl */
export function isAllowed(method, path, headers, baseUrl) {
  if (SAFE.has(method) || EXEMPT.test(path)) return true;
  if (/^bearer\s+\S/i.test(headers.authorization ?? "")) return true;
  const site = headers["sec-fetch-site"];
  if (site === "same-origin" || site === "none") return true;
  const { origin, referer } = headers;
  if (origin && origin !== "null") return isOurs(origin, headers, baseUrl);
  if (origin === "null" || site) return false;
  return referer !== undefined && isOurs(referer, headers, baseUrl);
}

/** @param {string} address @param {import("node:http").IncomingHttpHeaders} headers @param {string} baseUrl */
function isOurs(address, headers, baseUrl) {
  if (!URL.canParse(address)) return false;
  const { origin, host, protocol } = new URL(address);
  if (origin === baseUrl) return true;
  const asked = headers["x-forwarded-host"] ?? headers.host; // the former only survives behind a trusted proxy
  return host === asked && (protocol === "https:" || baseUrl.startsWith("http:"));
}
