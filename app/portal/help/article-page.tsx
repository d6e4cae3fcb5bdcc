import { LinkButton } from "~/components/ui/button";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { Banner } from "~/components/ui/banner";
import type { HelpArticle } from "~/domain/knowledge/reader-views";
import { paths } from "~/http/paths";
import { formatInstant } from "~/i18n/format";
import { languageName } from "~/i18n/language-name";
import { useI18n } from "~/i18n/use-t";
import type { ArticlePageData } from "./article-loader.server";
import { ArticleTree } from "./article-tree";
import { helpHref } from "./help-href";
import { Vote } from "./vote-form";

/** The longest list of contents: deeper headings are left out of it. */
const CONTENTS_LEVEL = 3;

/** An article in its three columns: its section, the text, what is in it. A frequent question is the same with less. */
export function ArticlePage({ article, zone, vote, here }: ArticlePageData) {
  const { t, locale } = useI18n();
  const { title, html, headings, path, related } = article;
  const contents = headings.filter(({ level }) => level <= CONTENTS_LEVEL);
  const foreign = article.locale === locale ? undefined : article.locale;
  return (
    <div className="wrap">
      <Breadcrumb
        items={[
          { href: paths.help(locale), label: t("help:title") },
          ...path.map(({ slug, name }) => ({ href: paths.helpTopic(locale, slug), label: name })),
        ]}
      />
      <ArticleTree article={article} />
      <div className="min-w-0">
        {foreign ? <Untranslated locale={foreign} /> : null}
        <article className="prose" lang={foreign}>
          <h1>{title}</h1>
          <p className="meta" lang={locale}>
            <span>
              {t("help:article.updated", { date: formatInstant(new Date(article.updatedAt), "day", locale, zone) })}
            </span>
            <span>{t("help:article.minutes", { count: article.minutes })}</span>
            {article.helped > 0 ? <span>{t("help:article.helped", { count: article.helped })}</span> : null}
            <span className="on-paper">{here}</span>
          </p>
          {contents.length > 1 ? (
            <details className="card mini" lang={locale}>
              <summary>{t("help:article.contents")}</summary>
              <Contents headings={contents} />
            </details>
          ) : null}
          <div className="text" dangerouslySetInnerHTML={{ __html: html }} />
        </article>
        <div className="after">
          <Vote article={article} vote={vote} here={here} />
          {vote?.helpful === false ? null : (
            <p className="still">
              <span>{t("help:article.stuck")}</span>
              <LinkButton href={paths.newTicket()} variant="primary">
                {t("portal:nav.newTicket")}
              </LinkButton>
            </p>
          )}
          {related.length > 0 ? <Related related={related} /> : null}
        </div>
      </div>
      {contents.length > 1 ? (
        <nav className="toc" aria-labelledby="toc">
          <b id="toc">{t("help:article.contents")}</b>
          <Contents headings={contents} />
        </nav>
      ) : null}
    </div>
  );
}

function Contents({ headings }: { headings: HelpArticle["headings"] }) {
  return headings.map(({ id, level, title }) => (
    <a key={id} href={`#${id}`} className={level > 2 ? "deep" : undefined}>
      {title}
    </a>
  ));
}

function Untranslated({ locale }: { locale: string }) {
  const { t, locale: reader } = useI18n();
  const name = languageName(reader, locale);
  return (
    <div className="mb-4">
      <Banner tone="info">{t("help:article.untranslated", { language: name })}</Banner>
    </div>
  );
}

function Related({ related }: { related: HelpArticle["related"] }) {
  const { t, locale } = useI18n();
  return (
    <section className="rel" aria-labelledby="related">
      <h2 id="related">{t("help:article.related")}</h2>
      {related.map((link) => (
        <a key={link.slug} href={helpHref(locale, link)}>
          <span lang={link.locale === locale ? undefined : link.locale}>{link.title}</span>{" "}
          <span className="muted">{link.kind === "faq" ? t("help:faq.short") : link.topic}</span>
        </a>
      ))}
    </section>
  );
}
