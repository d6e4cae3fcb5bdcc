import { Download } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Icon } from "~/components/ui/icon";
import type { ExportSummary } from "~/domain/knowledge/transfer/summarise-export.server";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

/** Everything as one file: what is in it, and what is not. */
export function ExportCard({ summary }: { summary: ExportSummary }) {
  const t = useT();
  const { articles, texts, drafts, categories, pending, deleted, unused } = summary;
  const said = (key: string, count: number) => (count > 0 ? [t(`transfer:export.${key}`, { count })] : []);
  const holds = [
    ...said("articles", articles),
    ...said("texts", texts),
    ...said("drafts", drafts),
    ...said("categories", categories),
    t("transfer:export.pictures"),
  ];
  const without = [
    ...said("pending", pending),
    ...said("deleted", deleted),
    ...said("unused", unused),
    t("transfer:export.never"),
  ];
  return (
    <Card id="export" title={t("transfer:export.title")} padded>
      {articles + categories === 0 ? (
        <p className="muted">{t("transfer:export.empty")}</p>
      ) : (
        <>
          <p className="mb-3">{t("transfer:export.text")}</p>
          <h3 className="small font-semibold">{t("transfer:export.holds")}</h3>
          <Lines of={holds} />
          <h3 className="small mt-3 font-semibold">{t("transfer:export.without")}</h3>
          <Lines of={without} />
          <p className="mt-4">
            <LinkButton href={paths.desk.knowledge("transfer/export")} download icon={<Icon of={Download} />}>
              {t("transfer:export.button")}
            </LinkButton>
          </p>
        </>
      )}
    </Card>
  );
}

const Lines = ({ of }: { of: readonly string[] }) => (
  <ul className="small muted num list-disc pl-5">
    {of.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
