import { index, layout, prefix, route, type RouteConfigEntry } from "@remix-run/route-config";

/** Pages of the help centre: documents that any cache may keep for strangers, without React in the browser. */
export const helpPages: RouteConfigEntry[] = [
  layout("portal/help/layout.tsx", [
    ...prefix("help/:lang", [
      index("portal/help/home.tsx"),
      route("topics/:slug", "portal/help/topic.tsx"),
      route("articles/:slug", "portal/help/article.tsx"),
      route("faq", "portal/help/faqs.tsx"),
      route("faq/:slug", "portal/help/faq.tsx"),
      route("news", "portal/news/list.tsx"),
      route("news/:slug", "portal/news/show.tsx"),
      route("*", "portal/help/not-found.ts"),
    ]),
  ]),
];

/** Addresses of the help centre without a page of their own. */
export const helpActs: RouteConfigEntry[] = [
  route("help", "portal/help/start.ts"),
  route("help/files/:imageId/:name", "portal/help/file.ts"),
  route("help/votes/:articleId", "portal/help/vote.ts"),
  route("help/following/topics/:topicId", "portal/news/follow-topic.ts"),
  route("help/following/news/:newsId", "portal/news/follow-news.ts"),
  route("sitemap.xml", "portal/help/sitemap-index.ts"),
  route("sitemap/:part", "portal/help/sitemap.ts"),
  route("robots.txt", "portal/help/robots.ts"),
];
