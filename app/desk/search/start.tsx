import { Search } from "lucide-react";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { TextButton } from "~/components/ui/text-button";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** Before anything was asked: what one searched for last. */
export function Start({ recent }: { recent: readonly string[] }) {
  const t = useT();
  if (recent.length === 0)
    return (
      <EmptyState icon={Search} title={t("search:start")}>
        {t("search:startText")}
      </EmptyState>
    );
  return (
    <Card
      id="recent"
      title={t("search:recent")}
      actions={
        <form method="post" action={paths.desk.search({}, "recent")}>
          <TextButton>{t("search:forget")}</TextButton>
        </form>
      }
    >
      <ul className="hits">
        {recent.map((query) => (
          <li key={query}>
            <a className="hit" href={paths.desk.search({ q: query })}>
              <span className="hit-title">{query}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
