import { Form, Outlet, useLoaderData, useParams } from "@remix-run/react";
import { Inbox, Menu as MenuIcon } from "lucide-react";
import { DrawerButton } from "~/components/ui/drawer";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { Menu } from "~/components/ui/menu";
import { Pagination } from "~/components/ui/pagination";
import { Button, LinkButton } from "~/components/ui/button";
import { listQueue } from "~/domain/tickets/list-queue.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { ListRow } from "./list-row";
import { keepList, readListQuery, sortsOf } from "./list-query";
import { useNow } from "./use-now";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = readListQuery(request.url);
  const page = await listQueue(ctx, query);
  const queueName = page.rows.find((row) => row.queue.id === query.queueId)?.queue.name ?? null;
  const t = translator(ctx.locale);
  const title = query.queueId ? (queueName ?? t("desk:nav.queues")) : t(`desk:view.${query.view}`);
  return { query, page, title, loadedAt: ctx.now.toISOString() };
});

/** The list column, and beside it the chosen ticket. */
export default function TicketList() {
  const { query, page, title, loadedAt } = useLoaderData<typeof loader>();
  const now = useNow(loadedAt);
  const { number } = useParams();
  const t = useT();
  const keep = keepList(query);
  const sorts = sortsOf(query.view);
  const at = (after: string | null) => paths.desk.tickets({ ...keep, after });
  return (
    <>
      <section className="list" aria-label={title}>
        <div className="bar">
          <DrawerButton opens="desk-menu" className="ghost icon sm nav" label={t("desk:nav.label")}>
            <Icon of={MenuIcon} />
          </DrawerButton>
          <h2 className="clip">{title}</h2>
          <span className="end">
            {query.queueId ? (
              <Form method="post" action={paths.desk.pullNext(query.queueId)}>
                <Button size="sm">{t("desk:list.pull")}</Button>
              </Form>
            ) : null}
            {sorts.length > 1 ? (
              <Menu
                look="ghost"
                size="sm"
                label={t(`desk:sort.${query.sort}`)}
                name={t("desk:sort.label", { sort: t(`desk:sort.${query.sort}`) })}
              >
                {sorts.map((sort) => (
                  <a
                    key={sort}
                    href={paths.desk.tickets({ ...keep, after: null, sort: sort === "activity" ? null : sort })}
                    aria-current={sort === query.sort || undefined}
                  >
                    {t(`desk:sort.${sort}`)}
                  </a>
                ))}
              </Menu>
            ) : (
              <span className="faint xs">{t(`desk:sort.${sorts[0] ?? query.sort}`)}</span>
            )}
          </span>
        </div>
        {page.rows.length > 0 ? (
          <ul className="q">
            {page.rows.map((row) => (
              <ListRow
                key={row.id}
                row={row}
                href={paths.desk.ticket(row.number, keep)}
                current={String(row.number) === number}
                now={now}
              />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={Inbox}
            title={t(query.queueId ? "desk:empty.queue" : `desk:empty.${query.view}`)}
            action={
              query.view === "mine" ? (
                <LinkButton size="sm" href={paths.desk.tickets({ view: "unassigned" })}>
                  {t("desk:empty.toUnassigned")}
                </LinkButton>
              ) : undefined
            }
          />
        )}
        <Pagination previous={page.previous ? at(page.previous) : null} next={page.next ? at(page.next) : null} />
      </section>
      <Outlet context={keep} />
    </>
  );
}
