import { listSitemap } from "~/domain/knowledge/list-sitemap.server";
import { publicLoader } from "~/http/route.server";
import { notFound } from "~/lib/errors";
import { sitemapXml, xmlResponse } from "./sitemap-xml.server";

/** One part of a large sitemap: `/sitemap/2.xml`. */
export const loader = publicLoader(async (ctx, { params }) => {
  const part = Number(/^([1-9]\d{0,3})\.xml$/.exec(params.part ?? "")?.[1] ?? 0);
  const rows = part ? await listSitemap(ctx, part) : [];
  if (rows.length === 0) throw notFound();
  return xmlResponse(sitemapXml(rows, part === 1));
});
