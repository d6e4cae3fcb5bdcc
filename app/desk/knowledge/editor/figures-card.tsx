import { Card } from "~/components/ui/card";
import { Meter } from "~/components/ui/meter";
import { KeyValue } from "~/components/ui/key-value";
import type { ArticleFigures } from "~/domain/insights/knowledge-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";

type Props = { figures: ArticleFigures; days: number };

/** What the article did for its readers lately. */
export function FiguresCard({ figures: { articleId, views, yes, no, deflected }, days }: Props) {
  const { t, locale } = useI18n();
  const number = new Intl.NumberFormat(locale);
  const votes = yes + no;
  return (
    <Card padded id="figures" title={t("knowledge:figures.title")}>
      <p className="muted small mb-2">{t("knowledge:figures.period", { count: days })}</p>
      <KeyValue
        items={[
          { label: t("knowledge:figures.views"), value: number.format(views), num: true },
          { label: t("knowledge:figures.deflected"), value: number.format(deflected), num: true },
          {
            label: t("knowledge:figures.votes"),
            value: t("knowledge:figures.yesNo", { yes: number.format(yes), no: number.format(no) }),
            num: true,
          },
        ]}
      />
      {votes > 0 ? (
        <div className="mt-2">
          <Meter
            label={t("knowledge:figures.helpful")}
            text={t("knowledge:figures.yesNo", { yes: number.format(yes), no: number.format(no) })}
            value={yes}
            max={votes}
            tone={yes * 2 >= votes ? "ok" : "warn"}
          />
        </div>
      ) : null}
      <p className="mt-2 small">
        <a href={paths.desk.knowledge("comments", { article: articleId })}>{t("knowledge:figures.comments")}</a>
      </p>
    </Card>
  );
}
