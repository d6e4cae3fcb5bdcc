import { useLoaderData } from "@remix-run/react";
import { ArticlePage } from "./article-page";
import { articleLoader } from "./article-loader.server";
import { GonePage } from "./gone-page";

export { helpHeaders as headers, helpMeta as meta } from "./help-head";

export const loader = articleLoader("faq");

export default function Faq() {
  const { page } = useLoaderData<typeof loader>();
  return page ? <ArticlePage {...page} /> : <GonePage />;
}
