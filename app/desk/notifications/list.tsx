import { Form, useLoaderData } from "@remix-run/react";
import { Bell } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { type Column, Table } from "~/components/ui/table";
import { listNotifications } from "~/domain/notifications/list-notifications.server";
import type { NotificationRow } from "~/domain/notifications/views";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => ({
  title: translator(ctx.locale)("desk:notifications.title"),
  page: await listNotifications(ctx, new URL(request.url).searchParams.get("after")),
}));

/** What happened that concerns the reader, newest first; unread ones say so. */
export default function Notifications() {
  const { page } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<NotificationRow>[] = [
    {
      label: t("desk:outbox.ticket"),
      heading: true,
      cell: (row) => <Subject row={row} />,
    },
    { label: t("desk:outbox.kind"), cell: (row) => <What row={row} /> },
    { label: t("desk:outbox.at"), end: true, cell: (row) => <TimeText at={row.at} className="num" /> },
  ];
  return (
    <Sheet
      title={t("desk:notifications.title")}
      lead={t("desk:notifications.lead")}
      actions={
        <>
          <LinkButton size="sm" variant="ghost" href={paths.desk.accountPart("notifications")}>
            {t("desk:notifications.choose")}
          </LinkButton>
          {page.rows.some((row) => row.unread) ? (
            <Form method="post" action={`${paths.desk.notifications()}/read`}>
              <Button size="sm">{t("desk:notifications.readAll")}</Button>
            </Form>
          ) : null}
        </>
      }
    >
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table
              caption={t("desk:notifications.title")}
              columns={columns}
              rows={page.rows}
              rowKey={(row) => row.id}
            />
            <Pagination next={page.next ? paths.desk.notifications({ after: page.next }) : null} />
          </>
        ) : (
          <EmptyState icon={Bell} title={t("desk:notifications.empty")}>
            {t("desk:notifications.emptyText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}

function Subject({ row: { id, unread, ticket, contract, mail } }: { row: NotificationRow }) {
  const t = useT();
  const said = unread ? <span className="sr">{t("desk:notifications.unread")} </span> : null;
  const look = unread ? "font-semibold" : undefined;
  if (ticket)
    return (
      <a href={paths.desk.ticket(ticket.number)} className={look}>
        {said}
        <span className="num muted">#{ticket.number}</span> <bdi>{ticket.subject}</bdi>
      </a>
    );
  // A ticket's marks go when it is read; nothing else tells that a contract or a mail was.
  const thing = contract
    ? { name: contract.name, href: paths.desk.admin(`contracts/${contract.id}`) }
    : mail && { name: mail.subject || mail.from || "—", href: paths.desk.mail(mail.inboundId) };
  if (!thing) return said;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <a href={thing.href} className={look}>
        {said}
        <bdi>{thing.name}</bdi>
      </a>
      {unread ? (
        <Form method="post" action={`${paths.desk.notifications()}/read`}>
          <Button
            size="sm"
            variant="ghost"
            name="id"
            value={id}
            aria-label={t("desk:notifications.markRead", { name: thing.name })}
          >
            {t("desk:notifications.read")}
          </Button>
        </Form>
      ) : null}
    </span>
  );
}

function What({ row }: { row: NotificationRow }) {
  const t = useT();
  const { kind, actor, escalation, contract } = row;
  if (escalation) {
    const step = escalation.step === "ladder" ? "" : `.${escalation.step}`;
    return t(`desk:notifications.kind.escalated${step}`, { target: t(`sla:policy.kind.${escalation.target}`) });
  }
  if (contract) return t(`desk:notifications.kind.contract.${contract.code}`, { count: contract.days ?? 0 });
  if (kind === "assigned" && !actor) return t("desk:notifications.kind.assignedAuto");
  return <bdi>{t(`desk:notifications.kind.${kind}`, { actor: actor ?? "" })}</bdi>;
}
