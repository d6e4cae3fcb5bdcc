import { CategoryIcon } from "~/components/knowledge/category-icon";
import type { HelpTopicTile } from "~/domain/knowledge/reader-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

/** A topic with what it holds, as a tile. */
export function TopicTile({ topic }: { topic: HelpTopicTile }) {
  const { t, locale } = useI18n();
  return (
    <a className="card tile" href={paths.helpTopic(locale, topic.slug)}>
      <span className="ic">
        <CategoryIcon name={topic.icon} />
      </span>
      <b>{topic.name}</b>
      <span>
        {topic.description ? <span className="what">{topic.description}</span> : null}{" "}
        <span className="num faint">{t("help:articles", { count: topic.count })}</span>
      </span>
    </a>
  );
}
