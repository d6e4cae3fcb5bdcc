import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { FoundLine } from "./found-line";
import type { FoundRow } from "./found-rows.server";
import { type SearchGroup, type SearchQuery, searchQuery } from "./read-search";

type Group = {
  kind: SearchGroup;
  total: { count: number; capped: boolean };
  rows: readonly (Omit<FoundRow, "at"> & { at: Date | string })[];
  next: string | null;
};
type Props = { groups: readonly Group[]; query: SearchQuery; intentionId: string | null };

/** A card for each kind with what was found of it; of one kind alone, pages. */
export function FoundGroups({ groups, query, intentionId }: Props) {
  const t = useT();
  return (
    <>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ kind, total, rows, next }) => (
          <Card
            key={kind}
            id={`found-${kind}`}
            title={t(`portal:search.group.${kind}`)}
            actions={
              !query.kind && next ? (
                <a href={paths.search(searchQuery(query, { kind }))}>
                  {total.capped ? t("portal:search.allOf") : t("portal:search.allCount", { count: total.count })}
                  <span className="sr">: {t(`portal:search.group.${kind}`)}</span>
                </a>
              ) : undefined
            }
          >
            <ul className="hits">
              {rows.map((row) => (
                <FoundLine key={row.document || row.href} row={row} intentionId={intentionId} />
              ))}
            </ul>
          </Card>
        ))}
      {query.kind ? <Pages query={query} next={groups.find(({ kind }) => kind === query.kind)?.next ?? null} /> : null}
    </>
  );
}

function Pages({ query, next }: { query: SearchQuery; next: string | null }) {
  const t = useT();
  return (
    <div>
      {query.after ? <a href={paths.search(searchQuery(query))}>{t("portal:list.toStart")}</a> : null}
      <Pagination next={next ? paths.search(searchQuery(query, { after: next })) : null} />
    </div>
  );
}
