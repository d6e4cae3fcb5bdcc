import type { Request, RequestHandler, Response } from "express";
import { countView } from "~/domain/knowledge/count-views.server";
import { findHelpVersion, type HelpVersion } from "~/domain/knowledge/find-help-version.server";
import { isLocale, type Locale } from "~/i18n/config";
import { systemCtx } from "~/platform/ctx.server";
import { namesVersion } from "./download.server";
import { personLooks } from "./person-looks.server";
import { hasOwnCookie } from "./shared-page.server";

/** So long an answer stands without a look at the database. */
const SURE_MS = 2_000;
/** So long an article's page stands while its text does: what is beside it is another article's. */
const BESIDE_MS = 30_000;
const MOST_PAGES = 5_000;
const LONGEST_ADDRESS = 300;
const PAGE =
  /^\/help\/([a-z]{2})(?:\/(articles|faq)\/([a-z0-9-]+)|\/faq|\/topics\/[a-z0-9-]+|\/news(?:\/[a-z0-9-]+)?)?$/;

type Page = { locale: Locale; kind: "article" | "faq"; slug: string | null };
type Held = { headers: Record<string, string>; made: number; checked: number; article: HelpVersion | null };

/**
 * Answers strangers who hold a page of the help centre already (If-None-Match) without making it anew: what is
 * remembered is the ETag of a page that any cache may keep, and the state of its article, which is looked up by one
 * statement that reads no text. Everything else goes on to the page itself.
 */
export function answerUnchanged(): RequestHandler {
  const pages = new Map<string, Held>();
  return (request, response, next) => {
    const page = conditionalPage(request);
    if (!page) return next();
    const known = pages.get(request.originalUrl);
    if (known && holds(request, known) && Date.now() - known.checked < SURE_MS)
      return unchanged(request, response, known);
    compare(request, response, page).then((done) => done || next(), next);
  };

  /** Whether the request is answered. */
  async function compare(request: Request, response: Response, page: Page): Promise<boolean> {
    const address = request.originalUrl;
    const now = Date.now();
    const article = page.slug
      ? await findHelpVersion({ ...systemCtx(), locale: page.locale }, page.kind, page.slug)
      : null;
    const known = pages.get(address);
    pages.delete(address);
    if (page.slug && !article) return false;
    const same = known && article && article.version === known.article?.version && now - known.made < BESIDE_MS;
    if (same && holds(request, known)) {
      pages.set(address, { ...known, checked: now });
      unchanged(request, response, known);
      return true;
    }
    response.on("finish", () => {
      const headers = sharedHeadersOf(response);
      if (!headers) return;
      if (pages.size >= MOST_PAGES) pages.delete(pages.keys().next().value ?? "");
      pages.set(address, { headers, made: now, checked: now, article });
    });
    return false;
  }
}

function conditionalPage(request: Request): Page | null {
  if (request.method !== "GET" || !request.headers["if-none-match"] || hasOwnCookie(request.headers.cookie))
    return null;
  const [, lang, kind, slug = null] = PAGE.exec(request.path) ?? [];
  if (!isLocale(lang) || request.originalUrl.length > LONGEST_ADDRESS) return null;
  return { locale: lang, kind: kind === "faq" ? "faq" : "article", slug };
}

const holds = (request: Request, { headers }: Held): boolean =>
  namesVersion(request.headers["if-none-match"], (headers.ETag ?? "").replace(/^W\//, ""));

/** Headers of an answer that any cache may keep; null of every other. */
function sharedHeadersOf(response: Response): Record<string, string> | null {
  const header = (name: string) => String(response.getHeader(name) ?? "");
  if (response.statusCode !== 200 && response.statusCode !== 304) return null;
  if (!header("Cache-Control").startsWith("public") || !header("ETag") || header("Set-Cookie")) return null;
  return { ETag: header("ETag"), "Cache-Control": header("Cache-Control"), Vary: header("Vary") };
}

function unchanged(request: Request, response: Response, { headers, article }: Held): void {
  if (article && isLocale(article.locale) && personLooks(request.get("sec-purpose"), request.get("user-agent")))
    countView(article.articleId, article.locale, systemCtx().now);
  response.writeHead(304, headers).end();
}
