/** The page of ours that a request was sent from, by its Referer; null when there is none or it is another site's. */
export function referringPath({ headers, url }: Request): string | null {
  const referer = headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === new URL(url).host ? pathname + search : null;
}
