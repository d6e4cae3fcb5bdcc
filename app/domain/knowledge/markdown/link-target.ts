import { isId } from "~/lib/id";
import { slugify } from "../slug";

/** Ids of headings have it in front, so that none is ever the id of something else on the page. */
export const HEADING_PREFIX = "s-";

export const fileAddress = (imageId: string, name: string): string =>
  `/help/files/${imageId}/${encodeURIComponent(name)}`;

const FILE_PATH = /^\/help\/files\/([0-9a-f-]{36})(?:\/|$)/i;

/** The picture or file that an address means, written `image:<id>` or as the path it is served from; else null. */
export function fileIdOf(address: string): string | null {
  const id = address.startsWith("image:") ? address.slice("image:".length) : FILE_PATH.exec(address)?.[1];
  return id !== undefined && isId(id) ? id.toLowerCase() : null;
}

export type ArticleAddress = { articleId: string; fragment: string };

/** The article that an address written `article:<id>`, perhaps with a `#heading`, means; else null. */
export function articleIdOf(address: string): ArticleAddress | null {
  const [, id = "", fragment = ""] = /^article:([^#]{36})(?:#(.*))?$/i.exec(address) ?? [];
  return isId(id) ? { articleId: id.toLowerCase(), fragment } : null;
}

/** Where an article is found by its id in a language; the page sends the reader on to the address it has by then. */
const articleAddress = ({ articleId, fragment }: ArticleAddress, locale: string): string =>
  `/help/${locale}/articles/${articleId}${fragment && headingAddress(fragment)}`;

const headingAddress = (fragment: string): string => {
  const bare = fragment.startsWith(HEADING_PREFIX) ? fragment.slice(HEADING_PREFIX.length) : decoded(fragment);
  return `#${HEADING_PREFIX}${slugify(bare)}`;
};

/** Browsers ignore white space and control characters inside a scheme, so they go before it is looked at. */
export const withoutControls = (address: string): string => address.replace(/[\p{Cc}\p{Cf}\s]+/gu, "");

/**
 * The address a link of a text leads to, or null when it may lead nowhere: only http, https, mailto, tel, paths of this
 * site, headings of the same text (`#words`) and other articles.
 */
export function linkTarget(written: string, locale: string): string | null {
  const address = withoutControls(written);
  if (address.startsWith("#")) return headingAddress(address.slice(1));
  if (/^\/(?![/\\])/.test(address)) return address.replaceAll("\\", "/");
  const article = articleIdOf(address);
  if (article) return articleAddress(article, locale);
  if (/^(?:mailto:|tel:)[^\s]+$/i.test(address)) return address;
  if (/^https?:\/\/[^/]/i.test(address) && URL.canParse(address)) return address;
  return null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
