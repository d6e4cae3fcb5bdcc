import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ShieldBan } from "lucide-react";
import { z } from "zod";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { type Column, Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import { blockSender } from "~/domain/mailroom/block-sender.server";
import { type BlockedRow, listBlocked } from "~/domain/mailroom/list-blocked.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import type { Translate } from "~/i18n/translate";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { MailTabs } from "./mail-tabs";

const HERE = "mail/blocked";

const form = z.object({
  entry: z.string({ error: "mailroom:error.entry" }).trim().min(1, "mailroom:error.entry").max(320),
  note: z.string().trim().max(300).default(""),
});

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 254);
  const page = await listBlocked(ctx, { q, after: query.get("after") });
  return { title: translator(ctx.locale)("mailroom:blocked.title"), q, page };
});

export const action = adminAction(async (ctx, { request }) => {
  const { entry } = await blockSender(ctx, await readInput(ctx, request, form));
  return redirectWithToast(paths.desk.admin(HERE), { key: "mailroom:toast.blocked", params: { entry } });
});

/** Whose mail is discarded, with what each entry discarded lately, and one more. */
export default function Blocked() {
  const { title, q, page } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const at = (after: string | null) => (after ? paths.desk.admin(HERE, { q, after }) : null);
  const all = page.rows.length > 0 || q !== "";
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("mailroom:blocked.lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
    >
      <MailTabs current="blocked" />
      <h2 className="sr">{title}</h2>
      {all ? (
        <Form role="search" method="get" className="flex flex-wrap gap-3">
          <div className="min-w-0 max-w-md flex-1 basis-60">
            <SearchInput
              key={q}
              label={t("mailroom:blocked.search")}
              placeholder={t("mailroom:blocked.search")}
              defaultValue={q}
            />
          </div>
          <Button>{t("common:search")}</Button>
        </Form>
      ) : null}
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns(t)} rows={page.rows} rowKey={({ entry }) => entry} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={ShieldBan} title={t(q ? "mailroom:blocked.none" : "mailroom:blocked.empty")}>
            {q ? null : t("mailroom:blocked.emptyText")}
          </EmptyState>
        )}
      </Card>
      <Card padded title={t("mailroom:blocked.new")} id="new">
        <Form method="post" className="form" key={page.rows.length}>
          <FailureErrors of={failed} />
          <div className="two">
            <TextInput
              name="entry"
              label={t("mailroom:blocked.entry")}
              hint={t("mailroom:blocked.entryHint")}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={320}
              required
              defaultValue={failed?.values.entry}
              error={failed?.failure.fields.entry}
            />
            <TextInput
              name="note"
              label={t("mailroom:blocked.note")}
              optional
              maxLength={300}
              defaultValue={failed?.values.note}
              error={failed?.failure.fields.note}
            />
          </div>
          <div className="form-actions">
            <Button variant="primary">{t("mailroom:blocked.add")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}

const columns = (t: Translate): Column<BlockedRow>[] => [
  {
    label: t("mailroom:blocked.entry"),
    heading: true,
    cell: ({ entry, note }) => (
      <>
        <a className="wrap-anywhere" href={paths.desk.mailroom({ view: "discarded", q: entry })}>
          {entry}
        </a>
        {note ? <span className="small muted wrap-anywhere block">{note}</span> : null}
      </>
    ),
  },
  {
    label: t("mailroom:blocked.since"),
    cell: ({ createdAt, byName }) => (
      <span>
        <TimeText at={createdAt} style="date" />
        {byName ? (
          <span className="small muted block">
            <bdi>{byName}</bdi>
          </span>
        ) : null}
      </span>
    ),
  },
  { label: t("mailroom:blocked.mails"), end: true, cell: ({ mails }) => <span className="num">{mails}</span> },
  {
    label: t("mailroom:blocked.actions"),
    labelHidden: true,
    end: true,
    cell: ({ entry }) => (
      <Form method="post" action={paths.desk.admin(`${HERE}/removal`)}>
        <button className="btn sm" name="entry" value={entry} aria-label={t("mailroom:blocked.removeName", { entry })}>
          {t("mailroom:blocked.remove")}
        </button>
      </Form>
    ),
  },
];
