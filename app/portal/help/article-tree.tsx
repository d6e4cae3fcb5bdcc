import type { HelpArticle } from "~/domain/knowledge/reader-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { ArticleLink } from "./article-link";

/** The section round an article: its topics, and what is in them. */
export function ArticleTree({ article }: { article: HelpArticle }) {
  const { t, locale } = useI18n();
  return (
    <nav className="tree" aria-label={t("help:article.section")}>
      {article.tree.map(({ slug, name, articles }) => (
        <section key={slug}>
          <h2>
            <a href={paths.helpTopic(locale, slug)}>{name}</a>
          </h2>
          <ul className="plain">
            {articles.map((link) => (
              <li key={link.slug}>
                <ArticleLink to={link} current={link.slug === article.slug} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
