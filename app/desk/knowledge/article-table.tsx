import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { type Column, Table } from "~/components/ui/table";
import type { ArticleRow } from "~/domain/knowledge/article-views";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { categoryName } from "./category-words";
import { LanguageMarks } from "./language-marks";

type Props = { caption: string; rows: readonly ArticleRow[]; now: Date };

/** Articles with how each language stands at a glance; those in the bin can come back. */
export function ArticleTable({ caption, rows, now }: Props) {
  const { t, locale } = useI18n();
  const number = new Intl.NumberFormat(locale);
  const nameOf = ({ texts }: ArticleRow) =>
    (texts.find((text) => text.locale === locale && text.title) ?? texts[0])?.title || t("knowledge:list.untitled");
  const bin = rows.some(({ deletedAt }) => deletedAt);
  const columns: Column<ArticleRow>[] = [
    {
      label: t("knowledge:col.title"),
      heading: true,
      cell: (row) => (
        <>
          <a className="wrap-anywhere" href={paths.desk.knowledge(row.id)}>
            <bdi>{nameOf(row)}</bdi>
          </a>
          <span className="muted small block">
            {t(`knowledge:kind.${row.kind}`)} ·{" "}
            <bdi className="wrap-anywhere">{categoryName(row.categoryNames, locale)}</bdi>
            {row.owner ? (
              <>
                {" · "}
                <bdi>{row.owner.name}</bdi>
              </>
            ) : null}
          </span>
          {row.reviewBy && row.reviewBy <= now ? <Chip tone="warn">{t("knowledge:view.review_due")}</Chip> : null}
        </>
      ),
    },
    {
      label: t("knowledge:col.languages"),
      cell: (row) => <LanguageMarks articleId={row.id} texts={row.texts} sourceLocale={row.sourceLocale} />,
    },
    { label: t("knowledge:col.audience"), cell: ({ audience }) => t(`knowledge:audience.${audience}`) },
    {
      label: t("knowledge:col.views"),
      end: true,
      cell: ({ views }) => <span className="num">{number.format(views)}</span>,
    },
    {
      label: t("knowledge:col.votes"),
      end: true,
      cell: ({ helpfulYes, helpfulNo }) => (
        <span className="num">
          {number.format(helpfulYes)} · {number.format(helpfulNo)}
        </span>
      ),
    },
    {
      label: t("knowledge:col.changed"),
      end: true,
      cell: ({ activityAt }) => <TimeText className="num" at={activityAt} />,
    },
  ];
  if (bin)
    columns.push({
      label: t("knowledge:act.restore"),
      labelHidden: true,
      end: true,
      cell: (row) => (
        <Form method="post" action={paths.desk.knowledge(`${row.id}/removal`)}>
          <input type="hidden" name="restore" value="yes" />
          <Button size="sm" aria-label={t("knowledge:act.restoreOf", { name: nameOf(row) })}>
            {t("knowledge:act.restore")}
          </Button>
        </Form>
      ),
    });
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
