import { isStaff } from "~/domain/identity/session-person";
import { countView } from "~/domain/knowledge/count-views.server";
import { findVote } from "~/domain/knowledge/find-vote.server";
import { getHelpArticle } from "~/domain/knowledge/get-help-article.server";
import type { HelpArticle } from "~/domain/knowledge/reader-views";
import { absoluteUrl } from "~/http/absolute-url.server";
import { getCompany } from "~/http/company.server";
import type { Ctx } from "~/http/ctx.server";
import { paths } from "~/http/paths";
import { personLooks } from "~/http/person-looks.server";
import { findReader } from "~/http/reader.server";
import { isLocale, type Locale, LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { breadcrumbData, faqData, languageLinks } from "./head.server";
import type { HelpHead } from "./help-head";
import { helpHref } from "./help-href";
import { helpLoader, movedTo } from "./help-loader.server";

/** An article's or question's page; its newer address by 301, and 410 for what was taken back. */
export const articleLoader = (kind: "article" | "faq") =>
  helpLoader(async (ctx, args) => {
    const lang = ctx.locale;
    const answer = await getHelpArticle(ctx, kind, args.params.slug ?? "");
    if (answer.state === "moved") throw movedTo(ctx, args, helpHref(answer.locale, answer));
    if (answer.state === "gone") return { status: 410, title: translator(lang)("help:gone.title"), page: null };
    const { article } = answer;
    const reader = await findReader(ctx, args);
    if (isRead(ctx, args.request) && isLocale(article.locale)) countView(article.id, article.locale, ctx.now);
    const company = await getCompany(ctx);
    return {
      head: headOf(lang, article, company.name),
      languageHrefs: Object.fromEntries(LOCALES.map((locale) => [locale, helpHref(locale, textFor(article, locale))])),
      page: {
        article,
        zone: company.timeZone,
        vote: reader ? await findVote(ctx, article.id, reader) : null,
        here: absoluteUrl(helpHref(lang, article)),
      },
    };
  });

export type ArticlePageData = {
  article: HelpArticle;
  zone: string;
  vote: { helpful: boolean; reason: string | null; comment: string } | null;
  here: string;
};

/** The article's address in a language: of the translation, or of the text that stands in for it. */
const textFor = ({ kind, slug, languages }: HelpArticle, locale: Locale) => ({
  kind,
  slug: languages.find((one) => one.locale === locale)?.slug ?? slug,
});

/** A person's look: not an agent's, a machine's, or a page fetched ahead. */
function isRead({ actor }: Ctx, { method, headers }: Request): boolean {
  if (method !== "GET" || (actor.kind === "person" && isStaff(actor.role))) return false;
  return personLooks(headers.get("sec-purpose"), headers.get("user-agent"));
}

function headOf(lang: Locale, article: HelpArticle, company: string): HelpHead | null {
  if (!article.isPublic) return null;
  const { kind, title, summary, locale, languages, updatedAt, publishedAt, path } = article;
  const canonical = absoluteUrl(helpHref(locale, article));
  const t = translator(lang);
  const publisher = { "@type": "Organization", name: company, url: absoluteUrl(paths.home()) };
  return {
    title,
    description: summary,
    canonical,
    languages: languageLinks(
      languages.map((one) => ({ locale: one.locale, href: helpHref(one.locale, { kind, slug: one.slug }) })),
    ),
    kind: "article",
    data: [
      breadcrumbData([
        { name: t("help:title"), href: paths.help(lang) },
        ...path.map(({ name, slug }) => ({ name, href: paths.helpTopic(lang, slug) })),
        { name: title, href: helpHref(locale, article) },
      ]),
      kind === "faq"
        ? faqData([article])
        : {
            "@context": "https://schema.org",
            "@type": "Article",
            headline: title,
            description: summary,
            inLanguage: locale,
            datePublished: publishedAt,
            dateModified: updatedAt,
            mainEntityOfPage: canonical,
            author: publisher,
            publisher,
          },
    ],
  };
}
