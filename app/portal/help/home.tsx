import { useLoaderData } from "@remix-run/react";
import { CircleHelp } from "lucide-react";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { getHelpHome } from "~/domain/knowledge/get-help-home.server";
import type { HelpHome } from "~/domain/knowledge/reader-views";
import { absoluteUrl } from "~/http/absolute-url.server";
import { getCompany } from "~/http/company.server";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { ContactCard } from "../home/contact-card";
import { KnownProblems } from "../known-problems";
import { NewsRows } from "../news/news-rows";
import { ArticleLink } from "./article-link";
import { everyLanguage } from "./head.server";
import { helpHref } from "./help-href";
import { helpLoader } from "./help-loader.server";
import { HelpSearch } from "./search-form";
import { TopicTile } from "./topic-tile";

export { helpHeaders as headers, helpMeta as meta } from "./help-head";

export const loader = helpLoader(async (ctx) => {
  const t = translator(ctx.locale);
  const company = await getCompany(ctx);
  return {
    head: {
      title: t("help:title"),
      description: t("help:lead", { company: company.name }),
      canonical: absoluteUrl(paths.help(ctx.locale)),
      languages: everyLanguage(paths.help),
      kind: "website" as const,
      data: [],
    },
    languageHrefs: Object.fromEntries(LOCALES.map((locale) => [locale, paths.help(locale)])),
    zone: company.timeZone,
    help: await getHelpHome(ctx),
  };
});

const TRIED = 3;

/** The start of the help centre: a question first, then topics, what others read, and what is new. */
export default function Help() {
  const { help, zone } = useLoaderData<typeof loader>();
  const { t, locale } = useI18n();
  const { topics, popular, news, problems } = help;
  return (
    <>
      <section className="hero">
        <h1>{t("help:ask")}</h1>
        <HelpSearch />
        {popular.length > 0 ? (
          <p className="try">
            {t("help:try")}
            {popular.slice(0, TRIED).map((link) => (
              <ArticleLink key={link.slug} to={link} />
            ))}
          </p>
        ) : null}
      </section>
      <KnownProblems problems={problems} />
      {topics.length > 0 ? (
        <nav className="tiles topics" aria-label={t("help:topics")}>
          {topics.map((topic) => (
            <TopicTile key={topic.slug} topic={topic} />
          ))}
        </nav>
      ) : (
        <div className="page slim">
          <EmptyState title={t("help:empty.title")}>{t("help:empty.text")}</EmptyState>
        </div>
      )}
      <div className="mat">
        <Card id="popular" title={t("help:popular")} actions={<a href={paths.helpFaqs(locale)}>{t("help:faq.all")}</a>}>
          <Popular popular={popular} />
        </Card>
        <div className="stack">
          {news.length > 0 ? (
            <Card
              id="news"
              title={t("help:news.title")}
              actions={<a href={paths.helpNews(locale)}>{t("help:news.all")}</a>}
            >
              <NewsRows news={news} zone={zone} />
            </Card>
          ) : null}
          <ContactCard />
        </div>
      </div>
    </>
  );
}

function Popular({ popular }: { popular: HelpHome["popular"] }) {
  const { t, locale } = useI18n();
  if (popular.length === 0)
    return (
      <a className="faq" href={paths.helpFaqs(locale)}>
        <Icon of={CircleHelp} /> {t("help:faq.title")}
      </a>
    );
  return (
    <ul className="rows">
      {popular.map((link) => (
        <li key={link.slug}>
          <a className="row" href={helpHref(locale, link)}>
            <span className="t" lang={link.locale === locale ? undefined : link.locale}>
              {link.title}
            </span>
            <span className="faint small">{link.topic}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
