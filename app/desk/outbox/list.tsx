import { useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { type Column, Table } from "~/components/ui/table";
import { listOutbox } from "~/domain/notifications/list-outbox.server";
import type { OutboxRow } from "~/domain/notifications/views";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { MailState } from "./mail-state";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("desk:outbox.title"),
  page: await listOutbox(ctx, new URL(request.url).searchParams.get("after")),
}));

/** Outgoing mails, newest first. */
export default function Outbox() {
  const { page } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<OutboxRow>[] = [
    {
      label: t("desk:outbox.subject"),
      heading: true,
      cell: (row) => (
        <a href={paths.desk.outboxMail(row.id)}>
          <bdi>{row.subject || t(`desk:outbox.template.${row.template}`)}</bdi>
        </a>
      ),
    },
    {
      label: t("desk:outbox.to"),
      cell: (row) => (
        <div className="min-w-0">
          <bdi>{row.recipientName || row.recipient}</bdi>
          {row.recipientName ? <span className="small muted wrap-anywhere block">{row.recipient}</span> : null}
        </div>
      ),
    },
    { label: t("desk:outbox.kind"), cell: (row) => t(`desk:outbox.template.${row.template}`) },
    { label: t("desk:outbox.state"), cell: (row) => <MailState state={row.state} reason={row.reason} /> },
    { label: t("desk:outbox.at"), end: true, cell: (row) => <TimeText at={row.at} className="num" /> },
  ];
  return (
    <Sheet title={t("desk:outbox.title")} lead={t("desk:outbox.lead")}>
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={t("desk:outbox.title")} columns={columns} rows={page.rows} rowKey={(row) => row.id} />
            <Pagination next={page.next ? paths.desk.outbox({ after: page.next }) : null} />
          </>
        ) : (
          <EmptyState title={t("desk:outbox.empty")}>{t("desk:outbox.emptyText")}</EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
