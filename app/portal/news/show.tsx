import { useLoaderData } from "@remix-run/react";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { findNewsFollowing } from "~/domain/knowledge/find-following.server";
import { getNews } from "~/domain/knowledge/get-news.server";
import { absoluteUrl } from "~/http/absolute-url.server";
import { getCompany } from "~/http/company.server";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { formatInstant } from "~/i18n/format";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { plainOfHtml } from "~/lib/plain-of-html";
import { breadcrumbData, languageLinks } from "../help/head.server";
import { helpLoader } from "../help/help-loader.server";
import { FollowForm } from "./follow-form";
import { ProblemChip } from "./problem-chip";

export { helpHeaders as headers, helpMeta as meta } from "../help/help-head";

export const loader = helpLoader(async (ctx, { params }) => {
  const lang = ctx.locale;
  const t = translator(lang);
  const company = await getCompany(ctx);
  const news = await getNews(ctx, params.slug ?? "");
  const here = (code: string) => paths.helpNews(code, news.slug);
  return {
    title: news.title,
    head: news.isPublic
      ? {
          title: news.title,
          description: beginning(plainOfHtml(news.html).replace(/\s+/g, " ")),
          canonical: absoluteUrl(here(news.locale)),
          languages: languageLinks(news.languages.map((locale) => ({ locale, href: here(locale) }))),
          kind: "article" as const,
          data: [
            breadcrumbData([
              { name: t("help:title"), href: paths.help(lang) },
              { name: t("help:news.title"), href: paths.helpNews(lang) },
              { name: news.title, href: here(news.locale) },
            ]),
          ],
        }
      : null,
    languageHrefs: Object.fromEntries(LOCALES.map((locale) => [locale, here(locale)])),
    zone: company.timeZone,
    news,
    follows: await findNewsFollowing(ctx, news.id),
  };
});

/** What search engines show of it: whole words, about two lines. */
const beginning = (text: string): string =>
  text.length > 160 ? `${/^.{0,158}(?=\s)/su.exec(text)?.[0] ?? text.slice(0, 158)}…` : text;

/** News, or a known problem with what has happened since, newest first. */
export default function News() {
  const { news, zone, follows } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const say = (at: string, style: "day" | "dated") => formatInstant(new Date(at), style, locale, zone);
  const words = (language: string) => (language === locale ? undefined : language);
  return (
    <div className="page slim">
      <Breadcrumb
        items={[
          { href: paths.help(locale), label: t("help:title") },
          { href: paths.helpNews(locale), label: t("help:news.title") },
        ]}
      />
      <article className="prose">
        <h1 lang={words(news.locale)}>{news.title}</h1>
        <p className="meta">
          {news.kind === "problem" ? <ProblemChip solved={news.solvedAt !== null} /> : null}
          <time dateTime={news.publishedAt}>{say(news.publishedAt, "day")}</time>
          {news.solvedAt ? <span>{t("help:problem.solvedAt", { at: say(news.solvedAt, "dated") })}</span> : null}
          {news.topic ? <a href={paths.helpTopic(locale, news.topic.slug)}>{news.topic.name}</a> : null}
        </p>
        <div lang={words(news.locale)} dangerouslySetInnerHTML={{ __html: news.html }} />
        {news.updates.length > 0 ? (
          <section className="updates" aria-labelledby="updates">
            <h2 id="updates">{t("help:news.updates")}</h2>
            <ol>
              {news.updates.map((update) => (
                <li key={update.id}>
                  <time className="num" dateTime={update.at}>
                    {say(update.at, "dated")}
                  </time>
                  <div lang={words(update.locale)} dangerouslySetInnerHTML={{ __html: update.html }} />
                </li>
              ))}
            </ol>
          </section>
        ) : null}
      </article>
      {news.kind === "problem" && news.solvedAt ? null : (
        <div className="mt-8">
          <FollowForm kind="news" id={news.id} follows={follows} here={paths.helpNews(locale, news.slug)} />
        </div>
      )}
    </div>
  );
}
