import { Form, useLoaderData } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { type Column, Table } from "~/components/ui/table";
import { listBin } from "~/domain/tickets/list-bin.server";
import type { BinRow } from "~/domain/tickets/views";
import { pageTitle } from "~/http/page-title";
import { paths, withQuery } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";

const DAY_MS = 86_400_000;

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const page = await listBin(ctx, new URL(request.url).searchParams.get("after"));
  const left = (at: Date) => Math.max(0, Math.ceil((at.getTime() - ctx.now.getTime()) / DAY_MS));
  return {
    title: translator(ctx.locale)("desk:bin.title"),
    page: { ...page, rows: page.rows.map((row) => ({ ...row, daysLeft: left(row.purgeAt) })) },
  };
});

/** Deleted tickets, each with who deleted it, until when it can come back, and the button that brings it back. */
export default function Bin() {
  const { page } = useLoaderData<typeof loader>();
  const t = useT();
  const at = (after: string | null) => (after ? withQuery(paths.desk.bin(), { after }) : null);
  const columns: Column<BinRow & { daysLeft: number }>[] = [
    {
      label: t("tickets:ticket"),
      heading: true,
      cell: (row) => (
        <a href={paths.desk.ticket(row.number)}>
          <span className="num muted">#{row.number}</span> <bdi>{row.subject}</bdi>
        </a>
      ),
    },
    { label: t("tickets:field.requester"), cell: (row) => <bdi>{row.requester.name}</bdi> },
    { label: t("tickets:field.queue"), cell: (row) => <bdi>{row.queueName}</bdi> },
    {
      label: t("desk:bin.deleted"),
      cell: (row) => (
        <span className="num">
          <TimeText at={row.deletedAt} />
          {row.deletedBy ? (
            <>
              {" · "}
              <bdi>{row.deletedBy}</bdi>
            </>
          ) : null}
        </span>
      ),
    },
    {
      label: t("desk:bin.purge"),
      cell: (row) => (
        <span className="num">
          <TimeText at={row.purgeAt} style="date" />{" "}
          <span className="muted">({t("desk:bin.daysLeft", { count: row.daysLeft })})</span>
        </span>
      ),
    },
    {
      label: t("desk:bin.restore"),
      labelHidden: true,
      end: true,
      cell: (row) => (
        <Form method="post" action={paths.desk.ticketPart(row.number, "bin")}>
          <input type="hidden" name="restore" value="yes" />
          <Button size="sm" aria-label={t("desk:bin.restoreTicket", { number: row.number })}>
            {t("desk:bin.restore")}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Sheet title={t("desk:bin.title")} lead={t("desk:bin.lead")}>
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={t("desk:bin.title")} columns={columns} rows={page.rows} rowKey={(row) => row.id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={Trash2} title={t("desk:bin.empty")}>
            {t("desk:bin.emptyText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
