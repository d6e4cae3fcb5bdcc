import type { SitemapRow } from "~/domain/knowledge/list-sitemap.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { escapeHtml } from "~/lib/escape-html";
import { languageLinks } from "./head.server";
import { helpHref } from "./help-href";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

type Entry = { href: string; updatedAt?: Date; languages: { locale: string; href: string }[] };

/** Texts of articles, and with the first part the pages that every language has, as a sitemap (sitemaps.org, 0.9). */
export function sitemapXml(rows: readonly SitemapRow[], first: boolean): string {
  const fixed = first ? [paths.help, paths.helpFaqs, (lang: string) => paths.helpNews(lang)].flatMap(everyPage) : [];
  const texts = rows.map(({ kind, locale, slug, updatedAt, languages }): Entry => ({
    href: helpHref(locale, { kind, slug }),
    updatedAt,
    languages: languages.map((one) => ({ locale: one.locale, href: helpHref(one.locale, { kind, slug: one.slug }) })),
  }));
  const urls = [...fixed, ...texts].map(urlXml).join("");
  return `${HEAD}<urlset ${SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls}</urlset>\n`;
}

/** The list of a sitemap's parts. */
export function sitemapIndexXml(parts: number): string {
  const files = Array.from({ length: parts }, (_, i) => absoluteUrl(`/sitemap/${i + 1}.xml`));
  return `${HEAD}<sitemapindex ${SPACE}>\n${files.map((href) => `<sitemap><loc>${escapeHtml(href)}</loc></sitemap>\n`).join("")}</sitemapindex>\n`;
}

function everyPage(path: (lang: string) => string): Entry[] {
  const languages = LOCALES.map((locale) => ({ locale, href: path(locale) }));
  return languages.map(({ href }) => ({ href, languages }));
}

function urlXml({ href, updatedAt, languages }: Entry): string {
  const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : "";
  const links = languageLinks(languages)
    .map((link) => `<xhtml:link rel="alternate" hreflang="${link.hreflang}" href="${escapeHtml(link.href)}"/>`)
    .join("");
  return `<url><loc>${escapeHtml(absoluteUrl(href))}</loc>${changed}${links}</url>\n`;
}

/** XML that any cache may keep for an hour: it lists only what strangers may read. */
export const xmlResponse = (body: string): Response =>
  new Response(body, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
