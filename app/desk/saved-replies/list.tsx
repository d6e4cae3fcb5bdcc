import { Form, useLoaderData } from "@remix-run/react";
import { MessageSquareText } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { type Column, Table } from "~/components/ui/table";
import { Tabs } from "~/components/ui/tabs";
import { listSavedReplies, REPLY_VIEWS } from "~/domain/tickets/list-saved-replies.server";
import type { SavedReplyRow } from "~/domain/tickets/saved-reply-views";
import { pageTitle } from "~/http/page-title";
import { paths, withQuery } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const q = (query.get("q") ?? "").slice(0, 100).replaceAll("\0", "");
  const view = REPLY_VIEWS.find((name) => name === query.get("view")) ?? "all";
  const page = await listSavedReplies(ctx, { q, view, after: query.get("after") });
  return { title: translator(ctx.locale)("replies:title"), q, view, views: [...REPLY_VIEWS], page };
});

/** The agent's own saved replies and those for all, by name. */
export default function SavedReplies() {
  const { title, q, view, views, page } = useLoaderData<typeof loader>();
  const t = useT();
  const here = (query: Record<string, string | null>) => withQuery(paths.desk.savedReplies(), query);
  const shownView = view === "all" ? null : view;
  const at = (after: string | null) => (after ? here({ view: shownView, q, after }) : null);
  const columns: Column<SavedReplyRow>[] = [
    {
      label: t("replies:field.name"),
      heading: true,
      cell: ({ id, name }) => (
        <a className="wrap-anywhere" href={paths.desk.savedReplies(id)}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    {
      label: t("replies:field.scope"),
      cell: ({ shared, queues }) =>
        shared ? (
          <bdi className="wrap-anywhere">{queues.join(", ") || t("replies:scope.allQueues")}</bdi>
        ) : (
          <Chip plain>{t("replies:scope.personal")}</Chip>
        ),
    },
    {
      label: t("replies:field.languages"),
      cell: ({ languages }) => <span className="num uppercase">{languages.join(" ")}</span>,
    },
    { label: t("replies:field.files"), end: true, cell: ({ files }) => (files ? files : "") },
    { label: t("replies:field.changed"), end: true, cell: ({ updatedAt }) => <TimeText at={updatedAt} style="date" /> },
  ];
  return (
    <Sheet
      title={title}
      lead={t("replies:lead")}
      actions={
        <LinkButton variant="primary" size="sm" href={paths.desk.savedReplies("new")}>
          {t("replies:new")}
        </LinkButton>
      }
    >
      <Tabs
        label={title}
        look="pill"
        items={views.map((name) => ({
          href: here({ view: name === "all" ? null : name, q }),
          label: t(`replies:view.${name}`),
          current: name === view,
        }))}
      />
      <Form role="search" method="get" className="max-w-md">
        {shownView ? <input type="hidden" name="view" value={shownView} /> : null}
        <SearchInput key={q} label={t("replies:search")} placeholder={t("replies:search")} defaultValue={q} />
      </Form>
      <Card>
        {page.rows.length > 0 ? (
          <>
            <Table caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        ) : (
          <EmptyState icon={MessageSquareText} title={t(q ? "replies:notFound" : "replies:empty")} />
        )}
      </Card>
    </Sheet>
  );
}
