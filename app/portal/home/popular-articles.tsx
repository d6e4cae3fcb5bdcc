import { Card } from "~/components/ui/card";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { ArticleLink } from "../help/article-link";

export type PopularList = readonly { kind: string; slug: string; title: string; locale: string }[];

/** What others read most in the help centre. */
export function PopularArticles({ articles }: { articles: PopularList }) {
  const { t, locale } = useI18n();
  if (articles.length === 0) return null;
  return (
    <Card
      id="popular"
      title={t("portal:home.popular")}
      actions={<a href={paths.help(locale)}>{t("portal:nav.help")}</a>}
    >
      {articles.map((article) => (
        <ArticleLink key={article.slug} className="faq" to={article} />
      ))}
    </Card>
  );
}
