import { Chip, type Tone } from "~/components/ui/chip";
import { type Column, Table } from "~/components/ui/table";
import type { ItemStatus, ReportItem } from "~/domain/knowledge/transfer/import-report";
import { itemKey } from "~/domain/knowledge/transfer/import-report";
import type { Note } from "~/domain/knowledge/transfer/transfer-file";
import { paths } from "~/http/paths";
import { useI18n, useT } from "~/i18n/use-t";

const TONES: Record<ItemStatus, Tone> = {
  new: "ok",
  changed: "info",
  same: "neutral",
  error: "danger",
  skipped: "neutral",
};

/** What becomes of each file, or has become. */
export function ReportTable({ rows, dryRun }: { rows: readonly ReportItem[]; dryRun: boolean }) {
  const t = useT();
  const columns: Column<ReportItem>[] = [
    { label: t("transfer:column.file"), heading: true, cell: (item) => <ItemName item={item} /> },
    {
      label: t("transfer:column.result"),
      cell: ({ status, outcome }) => (
        <span className="flex flex-wrap items-center gap-1">
          <Chip tone={TONES[status]}>{t(`transfer:${dryRun ? "status" : "statusDone"}.${status}`)}</Chip>
          {outcome ? <span className="small muted">{t(`transfer:outcome.${outcome}`)}</span> : null}
        </span>
      ),
    },
    { label: t("transfer:column.remarks"), cell: (item) => <Remarks item={item} /> },
  ];
  return (
    <Table caption={t("transfer:report.caption")} columns={columns} rows={rows} rowKey={(item) => itemKey(item)} />
  );
}

function ItemName({ item: { type, path, line, locale, title, articleId } }: { item: ReportItem }) {
  const t = useT();
  const name = title ? <bdi className="wrap-anywhere">{title}</bdi> : null;
  return (
    <>
      {type === "category" ? <span className="small muted">{t("transfer:category")} </span> : null}
      {articleId && name ? <a href={paths.desk.knowledge(articleId, { lang: locale })}>{name}</a> : name}
      <span className={title ? "small muted block font-normal" : undefined}>
        <bdi className="wrap-anywhere">{path}</bdi>
        {line ? <span className="num"> · {t("transfer:line", { line })}</span> : null}
      </span>
    </>
  );
}

function Remarks({ item: { changes, notes } }: { item: ReportItem }) {
  const { t, locale } = useI18n();
  const what = new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(
    changes.map((change) => t(`transfer:change.${change}`)),
  );
  if (!changes.length && !notes.length) return null;
  return (
    <ul className="grid gap-1">
      {changes.length > 0 ? <li className="muted">{t("transfer:changes", { what })}</li> : null}
      {notes.map((note, i) => (
        <li key={`${i} ${note.code}`} className="wrap-anywhere">
          <NoteText note={note} />
        </li>
      ))}
    </ul>
  );
}

/** A note in words, with its line. */
export function NoteText({ note: { code, params, line } }: { note: Note }) {
  const t = useT();
  return (
    <>
      {t(code, params)}
      {line ? <span className="muted num"> ({t("transfer:line", { line })})</span> : null}
    </>
  );
}
