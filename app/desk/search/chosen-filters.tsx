import { X } from "lucide-react";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";
import type { ChosenFacet } from "./facets";

type Props = { chosen: readonly ChosenFacet[]; at: (q: string) => string };

/** Filters in force, each to be left. */
export function ChosenFilters({ chosen, at }: Props) {
  const t = useT();
  if (chosen.length === 0) return null;
  return (
    <nav className="facets" aria-label={t("search:chosen")}>
      {chosen.map(({ label, q }) => (
        <a key={label} className="facet" href={at(q)} aria-current="true">
          <span>{label}</span>
          <Icon of={X} size={14} />
          <span className="sr">{t("search:leave")}</span>
        </a>
      ))}
    </nav>
  );
}
