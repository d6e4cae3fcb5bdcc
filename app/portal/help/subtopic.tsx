import { CategoryIcon } from "~/components/knowledge/category-icon";
import { Card } from "~/components/ui/card";
import type { HelpTopic } from "~/domain/knowledge/reader-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { ArticleLink } from "./article-link";

/** A topic below the page's own: what it is about, its first articles, and the way to all of them. */
export function Subtopic({ topic }: { topic: HelpTopic["subtopics"][number] }) {
  const { t, locale } = useI18n();
  const { slug, name, icon, description, count, first } = topic;
  const href = paths.helpTopic(locale, slug);
  return (
    <Card
      id={`topic-${slug}`}
      title={
        <a href={href}>
          <CategoryIcon name={icon} /> {name}
        </a>
      }
    >
      {description ? <p className="what">{description}</p> : null}
      {first.map((link) => (
        <ArticleLink key={link.slug} className="faq" to={link} />
      ))}
      {count > first.length ? (
        <a className="faq num" href={href}>
          <span className="lk">{t("help:allOfTopic", { count })}</span>
          <span className="sr">: {name}</span>
        </a>
      ) : null}
    </Card>
  );
}
