import { X } from "lucide-react";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";

type Props = {
  categories: readonly { id: string; name: string; count: number }[];
  chosen: string | null;
  at: (category: string | null) => string;
};

/** The topics that the results are in; the chosen one can be left again. */
export function Topics({ categories, chosen, at }: Props) {
  const t = useT();
  if (categories.length === 0 || (categories.length === 1 && !chosen)) return null;
  return (
    <nav className="facets" aria-label={t("portal:search.topics")}>
      <span className="faint small" aria-hidden="true">
        {t("portal:search.topics")}
      </span>
      {categories.map(({ id, name, count }) =>
        id === chosen ? (
          <a key={id} className="facet" href={at(null)} aria-current="true">
            <span>{name}</span>
            <Icon of={X} size={14} />
            <span className="sr">{t("portal:search.leaveTopic")}</span>
          </a>
        ) : (
          <a key={id} className="facet" href={at(id)}>
            <span>{name}</span>
            <span className="num">{count}</span>
          </a>
        ),
      )}
    </nav>
  );
}
