import { useLoaderData } from "@remix-run/react";
import { Inbox } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { type Column, Table } from "~/components/ui/table";
import { listImapAccounts } from "~/domain/mailroom/imap/list-imap-accounts.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { MailTabs } from "../mail-tabs";
import { ProblemWords } from "./problem-words";
import { StateChip } from "./state-chip";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("mailadmin:imap.title"),
  rows: await listImapAccounts(ctx),
}));

type Row = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** Every mailbox elsewhere whose mail is fetched, and how it stands. */
export default function Mailboxes() {
  const { title, rows } = useLoaderData<typeof loader>();
  const t = useT();
  const columns: Column<Row>[] = [
    {
      label: t("mailadmin:imap.mailbox"),
      heading: true,
      cell: ({ id, name, username, host }) => (
        <>
          <a className="wrap-anywhere" href={paths.desk.admin(`mail/mailboxes/${id}`)}>
            <bdi>{name}</bdi>
          </a>
          <span className="muted xs block font-normal wrap-anywhere">
            <bdi>{username}</bdi> · <bdi>{host}</bdi>
          </span>
        </>
      ),
    },
    { label: t("mailadmin:imap.field.address"), cell: ({ address }) => <bdi className="wrap-anywhere">{address}</bdi> },
    { label: t("mailadmin:imap.stateLabel"), cell: (row) => <Standing row={row} /> },
    {
      label: t("mailadmin:imap.lastMessage"),
      cell: ({ lastMessageAt: at }) => (at ? <TimeText at={at} className="num whitespace-nowrap" /> : <Nothing />),
    },
    { label: t("mailadmin:imap.waiting"), end: true, cell: (row) => <Waiting row={row} /> },
  ];
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("mailadmin:imap.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.admin("mail/mailboxes/new")}>
          {t("mailadmin:imap.new")}
        </LinkButton>
      }
    >
      <MailTabs current="mailboxes" />
      <Card>
        {rows.length ? (
          <Table<Row> caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={Inbox} title={t("mailadmin:imap.empty")}>
            {t("mailadmin:imap.emptyText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}

const Nothing = () => <span className="faint">—</span>;

/** The state, since when, and what went wrong while it does. */
function Standing({ row: { state, connectedAt, problem, problemAt } }: { row: Row }) {
  const t = useT();
  const troubled = problem && (state === "failing" || (connectedAt && problemAt && problemAt > connectedAt));
  return (
    <span className="block min-w-0">
      <StateChip state={state} />
      {state === "connected" && connectedAt ? (
        <span className="muted xs block">
          {t("mailadmin:imap.since")} <TimeText at={connectedAt} className="num" />
        </span>
      ) : null}
      {troubled ? (
        <span className="small mt-1 block">
          <ProblemWords problem={problem} />
        </span>
      ) : null}
    </span>
  );
}

function Waiting({ row: { waiting, unread, left } }: { row: Row }) {
  const t = useT();
  return (
    <span className="num">
      {waiting + unread}
      {left ? <span className="muted xs block">{t("mailadmin:imap.left", { count: left })}</span> : null}
    </span>
  );
}
