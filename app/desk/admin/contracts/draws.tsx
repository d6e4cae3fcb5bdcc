import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { type Column, Table } from "~/components/ui/table";
import type { DrawRow } from "~/domain/sla/contract-views";
import { paths, withQuery } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { spentWords } from "../../tickets/time-words";

type Draw = Omit<DrawRow, "at"> & { at: Date | string };
type Props = { title: string; page: { rows: Draw[]; next: string | null; previous: string | null }; here: string };

/** What tickets and time took from a contract, newest first. */
export function Draws({ title, page, here }: Props) {
  const { t, locale } = useI18n();
  const at = (after: string | null) => (after ? withQuery(here, { after }) : null);
  const columns: Column<Draw>[] = [
    {
      label: t("contracts:draw.at"),
      cell: ({ at }) => <TimeText at={at} style="date" className="num whitespace-nowrap" />,
    },
    {
      label: t("contracts:draw.ticket"),
      heading: true,
      cell: ({ ticket }) => (
        <a className="wrap-anywhere" href={paths.desk.ticket(ticket.number)}>
          #{ticket.number} {ticket.subject}
        </a>
      ),
    },
    {
      label: t("contracts:time.who"),
      cell: ({ person, note }) => (
        <span className="wrap-anywhere">
          {person ? <bdi>{person}</bdi> : <span className="faint">—</span>}
          {note ? <span className="muted block">{note}</span> : null}
        </span>
      ),
    },
    {
      label: t("contracts:draw.amount"),
      end: true,
      cell: ({ seconds, tickets }) =>
        tickets ? t("contracts:tickets", { count: tickets }) : spentWords(seconds, locale),
    },
  ];
  return (
    <Card title={title}>
      {page.rows.length > 0 ? (
        <>
          <Table<Draw> caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
          <Pagination previous={at(page.previous)} next={at(page.next)} />
        </>
      ) : (
        <p className="muted small p-(--pad)">{t("contracts:noDraws")}</p>
      )}
    </Card>
  );
}
