import { countSitemap } from "~/domain/knowledge/count-sitemap.server";
import { listSitemap, SITEMAP_ROWS } from "~/domain/knowledge/list-sitemap.server";
import { publicLoader } from "~/http/route.server";
import { sitemapIndexXml, sitemapXml, xmlResponse } from "./sitemap-xml.server";

/** The sitemap itself, or the list of its parts where it has more than 5,000 addresses of articles. */
export const loader = publicLoader(async (ctx) => {
  const parts = Math.ceil((await countSitemap(ctx)) / SITEMAP_ROWS);
  return xmlResponse(parts > 1 ? sitemapIndexXml(parts) : sitemapXml(await listSitemap(ctx, 1), true));
});
