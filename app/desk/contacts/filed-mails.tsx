import { Pagination } from "~/components/ui/pagination";
import { Table } from "~/components/ui/table";
import type { FiledMailRow } from "~/domain/mailroom/list-filed-mails.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";

type Props = {
  page: { rows: FiledMailRow[]; next: string | null; previous: string | null };
  /** the address of the page at a cursor */
  at: (cursor: string | null) => string | null;
};

/** Mails in a file, each leading to its page. */
export function FiledMails({ page, at }: Props) {
  const t = useT();
  if (page.rows.length === 0) return <p className="muted small p-(--pad)">{t("replies:contact.noMails")}</p>;
  return (
    <>
      <Table
        caption={t("replies:contact.mails")}
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            label: t("replies:preview.subject"),
            heading: true,
            cell: ({ id, subject }) => (
              <a href={paths.desk.mail(id)} className="wrap-anywhere">
                <bdi>{subject || t("desk:outbox.noSubject")}</bdi>
              </a>
            ),
          },
          {
            label: t("replies:preview.from"),
            cell: ({ fromName, fromAddress }) => <bdi className="wrap-anywhere">{fromName || fromAddress}</bdi>,
          },
          { label: t("replies:contact.filedBy"), cell: ({ by }) => by ?? "" },
          { label: t("replies:contact.filedAt"), end: true, cell: ({ at }) => <TimeText at={at} style="dateTime" /> },
        ]}
      />
      <Pagination previous={at(page.previous)} next={at(page.next)} />
    </>
  );
}
