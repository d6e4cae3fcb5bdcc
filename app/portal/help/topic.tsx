import { useLoaderData } from "@remix-run/react";
import { CategoryIcon } from "~/components/knowledge/category-icon";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { Card } from "~/components/ui/card";
import { getHelpTopic } from "~/domain/knowledge/get-help-topic.server";
import { findTopicFollowing } from "~/domain/knowledge/find-following.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { FollowForm } from "../news/follow-form";
import { ArticleLink } from "./article-link";
import { breadcrumbData, everyLanguage } from "./head.server";
import { helpLoader, movedTo } from "./help-loader.server";
import { HelpSearch } from "./search-form";
import { Subtopic } from "./subtopic";

export { helpHeaders as headers, helpMeta as meta } from "./help-head";

export const loader = helpLoader(async (ctx, args) => {
  const lang = ctx.locale;
  const slug = args.params.slug ?? "";
  const t = translator(lang);
  const topic = await getHelpTopic(ctx, slug);
  const here = (code: string) => paths.helpTopic(code, topic.slug);
  if (topic.slug !== slug) throw movedTo(ctx, args, here(lang));
  return {
    head: {
      title: topic.name,
      description: topic.description || t("help:topicLead", { topic: topic.name }),
      canonical: absoluteUrl(here(lang)),
      languages: everyLanguage(here),
      kind: "website" as const,
      data: [
        breadcrumbData([
          { name: t("help:title"), href: paths.help(lang) },
          ...topic.path.map((above) => ({ name: above.name, href: paths.helpTopic(lang, above.slug) })),
          { name: topic.name, href: here(lang) },
        ]),
      ],
    },
    languageHrefs: Object.fromEntries(LOCALES.map((locale) => [locale, here(locale)])),
    topic,
    follows: await findTopicFollowing(ctx, topic.id),
  };
});

/** A topic: its subtopics, its articles with a line about each, its frequent questions. */
export default function Topic() {
  const { topic, follows } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const { articles, faqs, subtopics } = topic;
  return (
    <div className="page mid">
      <Breadcrumb
        items={[
          { href: paths.help(locale), label: t("help:title") },
          ...topic.path.map(({ slug, name }) => ({ href: paths.helpTopic(locale, slug), label: name })),
        ]}
      />
      <div className="page-head topic-head">
        <div>
          <h1>
            <span className="ic">
              <CategoryIcon name={topic.icon} size={22} />
            </span>
            {topic.name}
          </h1>
          {topic.description ? <p className="lead">{topic.description}</p> : null}
        </div>
        <FollowForm kind="topics" id={topic.id} follows={follows} here={paths.helpTopic(locale, topic.slug)} />
      </div>
      <div className="mb-6">
        <HelpSearch />
      </div>
      <div className="stack">
        {articles.length > 0 ? (
          <Card id="articles" title={t("help:articlesHeading")}>
            <ul className="rows">
              {articles.map((link) => (
                <li key={link.slug}>
                  <ArticleLink className="row" to={link}>
                    <span className="t">{link.title}</span>
                    {link.summary ? <span className="m">{link.summary}</span> : null}
                  </ArticleLink>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
        {faqs.length > 0 ? (
          <Card id="faqs" title={t("help:faq.title")}>
            {faqs.map((link) => (
              <ArticleLink key={link.slug} className="faq" to={link} />
            ))}
          </Card>
        ) : null}
        {subtopics.length > 0 ? (
          <div className="subtopics">
            {subtopics.map((below) => (
              <Subtopic key={below.slug} topic={below} />
            ))}
          </div>
        ) : null}
      </div>
    </div>
  );
}
