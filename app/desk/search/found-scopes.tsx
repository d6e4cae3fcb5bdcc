import { Search } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import type { InValue } from "~/domain/search/operators";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { FoundLine, type ShownRow } from "./found-line";
import { type DeskSearch, searchQuery } from "./read-search";

type Group = {
  scope: InValue;
  total: { count: number; capped: boolean };
  rows: readonly ShownRow[];
  next: string | null;
};
type Props = { groups: readonly Group[]; search: DeskSearch; intentionId: string | null; count: number };

/** A card for each kind with what was found of it; of one kind alone, pages. */
export function FoundScopes({ groups, search, intentionId, count }: Props) {
  const t = useT();
  const paged = groups.length === 1 ? groups[0] : groups.find(({ scope }) => scope === search.scope);
  if (count === 0)
    return (
      <EmptyState
        icon={Search}
        title={t("search:none")}
        action={
          <>
            <LinkButton href={paths.desk.newTicket()}>{t("desk:nav.newTicket")}</LinkButton>
            <LinkButton href={paths.desk.bin()}>{t("desk:nav.bin")}</LinkButton>
          </>
        }
      >
        {t("search:noneText")}
      </EmptyState>
    );
  return (
    <>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ scope, total, rows, next }) => (
          <Card
            key={scope}
            id={`found-${scope}`}
            title={t(`search:scope.${scope}`)}
            actions={
              next && paged?.scope !== scope ? (
                <a href={paths.desk.search(searchQuery(search, { scope }))}>
                  {total.capped ? t("search:allOf") : t("search:allCount", { count: total.count })}
                  <span className="sr">: {t(`search:scope.${scope}`)}</span>
                </a>
              ) : undefined
            }
          >
            <ul className="hits">
              {rows.map((row) => (
                <FoundLine key={row.document} row={row} intentionId={intentionId} />
              ))}
            </ul>
          </Card>
        ))}
      {paged && search.after ? <a href={paths.desk.search(searchQuery(search))}>{t("search:toStart")}</a> : null}
      <Pagination next={paged?.next ? paths.desk.search(searchQuery(search, { after: paged.next })) : null} />
    </>
  );
}
