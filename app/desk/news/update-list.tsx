import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { DeskNews } from "~/domain/knowledge/news-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";

/** What was added since, newest first, in the reader's language where it is there. */
export function UpdateList({ news, writes }: { news: DeskNews; writes: boolean }) {
  const { t, locale } = useI18n();
  if (news.updates.length === 0 && !writes) return null;
  return (
    <Card title={t("news:updates")}>
      {news.updates.length > 0 ? (
        <ol className="divide-y divide-line">
          {news.updates.map(({ id, at, by, texts }) => {
            const [language, text] = texts[locale] ? [locale, texts[locale]] : (Object.entries(texts)[0] ?? []);
            return (
              <li key={id} className="grid gap-1 p-(--pad)">
                <p className="wrap-anywhere whitespace-pre-line" lang={language}>
                  {text?.markdown}
                </p>
                <p className="muted small num">
                  <TimeText at={at} style="dated" /> {by ? <bdi>· {by}</bdi> : null} ·{" "}
                  <span className="uppercase">{Object.keys(texts).join(" ")}</span>
                </p>
              </li>
            );
          })}
        </ol>
      ) : (
        <EmptyState
          level={3}
          title={t("news:noUpdates")}
          action={<LinkButton href={paths.desk.news(`${news.id}/update`)}>{t("news:addUpdate")}</LinkButton>}
        />
      )}
    </Card>
  );
}
