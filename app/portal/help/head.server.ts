import { absoluteUrl } from "~/http/absolute-url.server";
import { DEFAULT_LOCALE, LOCALES } from "~/i18n/config";
import type { HelpHead } from "./help-head";

/** `hreflang` links of a page that exists in the given languages; `x-default` is the installation's, else the first. */
export function languageLinks(languages: readonly { locale: string; href: string }[]): HelpHead["languages"] {
  const fallback = languages.find(({ locale }) => locale === DEFAULT_LOCALE) ?? languages[0];
  return [
    ...languages.map(({ locale, href }) => ({ hreflang: locale, href: absoluteUrl(href) })),
    ...(fallback ? [{ hreflang: "x-default", href: absoluteUrl(fallback.href) }] : []),
  ];
}

/** The same for a page that every language has. */
export const everyLanguage = (path: (lang: string) => string) =>
  languageLinks(LOCALES.map((locale) => ({ locale, href: path(locale) })));

/** The way to a page as search engines show it (schema.org/BreadcrumbList). */
export const breadcrumbData = (items: readonly { name: string; href: string }[]) => ({
  "@context": "https://schema.org",
  "@type": "BreadcrumbList",
  itemListElement: items.map(({ name, href }, i) => ({
    "@type": "ListItem",
    position: i + 1,
    name,
    item: absoluteUrl(href),
  })),
});

/** Questions with their answers (schema.org/FAQPage). */
export const faqData = (faqs: readonly { title: string; html: string }[]) => ({
  "@context": "https://schema.org",
  "@type": "FAQPage",
  mainEntity: faqs.map(({ title, html }) => ({
    "@type": "Question",
    name: title,
    acceptedAnswer: { "@type": "Answer", text: withWholeAddresses(html) },
  })),
});

/** Links and pictures of our own pages, for who reads the text elsewhere. */
const withWholeAddresses = (html: string): string =>
  html.replace(/\s(href|src)="(\/(?!\/)[^"]*)"/g, (_, name: string, path: string) => ` ${name}="${absoluteUrl(path)}"`);
