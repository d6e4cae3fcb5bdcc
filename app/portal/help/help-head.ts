import type { HeadersFunction, MetaDescriptor, MetaFunction } from "@remix-run/node";
import { joinTitle } from "~/http/page-title";

/** What search engines and link previews are told of a page; addresses are absolute. */
export type HelpHead = {
  title: string;
  description: string;
  canonical: string;
  /** The page in each language it exists in, and `x-default`. */
  languages: { hreflang: string; href: string }[];
  kind: "website" | "article";
  /** Schema.org objects (JSON-LD). */
  data: Record<string, unknown>[];
};

/** The head of a page whose loader gives `head`; without one, the page is not to be found by search engines. */
export const helpMeta: MetaFunction = ({ data, matches }) => {
  const head = typeof data === "object" && data !== null && "head" in data ? (data.head as HelpHead | null) : null;
  if (!head) return [{ title: joinTitle(titleOf(data), matches) }, { name: "robots", content: "noindex" }];
  const { title, description, canonical, languages, kind } = head;
  return [
    { title: joinTitle(title, matches) },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: canonical },
    ...languages.map(({ hreflang, href }): MetaDescriptor => ({
      tagName: "link",
      rel: "alternate",
      hrefLang: hreflang,
      href,
    })),
    { property: "og:type", content: kind },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:url", content: canonical },
    { property: "og:site_name", content: joinTitle(null, matches) },
    ...head.data.map((object): MetaDescriptor => ({ "script:ld+json": object as never })),
  ];
};

function titleOf(data: unknown): string | null {
  return typeof data === "object" && data !== null && "title" in data && typeof data.title === "string"
    ? data.title
    : null;
}

/** The loader's own headers are the page's. */
export const helpHeaders: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
