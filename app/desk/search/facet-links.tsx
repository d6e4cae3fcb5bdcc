import { X } from "lucide-react";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";
import type { ChosenFacet, OfferedFacet } from "./facets";

type Props = { chosen: readonly ChosenFacet[]; offered: readonly OfferedFacet[]; at: (q: string) => string };

/** Filters in force, each to be left, and those that would narrow the tickets down. */
export function FacetLinks({ chosen, offered, at }: Props) {
  const t = useT();
  if (chosen.length === 0 && offered.length === 0) return null;
  return (
    <nav className="grid gap-2" aria-label={t("search:filters")}>
      {chosen.length > 0 ? (
        <div className="facets">
          {chosen.map(({ label, q }) => (
            <a key={label} className="facet" href={at(q)} aria-current="true">
              <span>{label}</span>
              <Icon of={X} size={14} />
              <span className="sr">{t("search:leave")}</span>
            </a>
          ))}
        </div>
      ) : null}
      {offered.map(({ name, values }) => (
        <div key={name} className="facets">
          <span className="faint small">{t(`search:facet.${name}`)}</span>
          {values.map(({ label, count, q }) => (
            <a key={q} className="facet" href={at(q)}>
              <span>{label}</span>
              <span className="num">{count}</span>
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
