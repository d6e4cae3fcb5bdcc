import type { MetaFunction } from "@remix-run/node";

/** The document's title from the loader's `title`; a page whose loader failed has none of its own. */
export const pageTitle: MetaFunction = ({ data }) => {
  const title = (data as { title?: string } | undefined)?.title;
  return title ? [{ title }] : [];
};
