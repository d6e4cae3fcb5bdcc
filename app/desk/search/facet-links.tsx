import { useT } from "~/i18n/use-t";
import type { OfferedFacet } from "./facets";

type Props = { offered: readonly OfferedFacet[]; at: (q: string) => string };

/** Filters that would narrow the tickets down: beside what was found, below it where there is no room. */
export function FacetLinks({ offered, at }: Props) {
  const t = useT();
  if (offered.length === 0) return null;
  return (
    <nav className="narrow-by" aria-label={t("search:filters")}>
      {offered.map(({ name, values }) => (
        <section key={name} className="grid gap-2" aria-labelledby={`facet-${name}`}>
          <h2 id={`facet-${name}`} className="faint small">
            {t(`search:facet.${name}`)}
          </h2>
          <div className="facets">
            {values.map(({ label, count, q }) => (
              <a key={q} className="facet" href={at(q)}>
                <span>{label}</span>
                <span className="num">{count}</span>
              </a>
            ))}
          </div>
        </section>
      ))}
    </nav>
  );
}
