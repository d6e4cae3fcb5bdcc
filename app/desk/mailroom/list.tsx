import { Outlet, useLoaderData, useParams } from "@remix-run/react";
import { MailCheck, MailSearch, Menu as MenuIcon } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { DrawerButton } from "~/components/ui/drawer";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { Pagination } from "~/components/ui/pagination";
import { SearchInput } from "~/components/ui/search-input";
import { Tabs } from "~/components/ui/tabs";
import { countHeldMail } from "~/domain/mailroom/count-held-mail.server";
import { listHeldMail } from "~/domain/mailroom/list-held-mail.server";
import { listMails } from "~/domain/mailroom/list-mails.server";
import { MAIL_CAP, MAIL_VIEWS } from "~/domain/mailroom/mail-views";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { usePageFacts } from "~/http/use-page-facts";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { capped } from "../desk-nav";
import { useNow } from "../tickets/use-now";
import { keepMailList, readMailQuery } from "./list-query";
import { MailRowItem } from "./mail-row-item";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = readMailQuery(request.url);
  const { view } = query;
  const [held, page] = await Promise.all([
    countHeldMail(ctx),
    view === "held" ? listHeldMail(ctx, query) : listMails(ctx, { ...query, view }),
  ]);
  const title = translator(ctx.locale)("mailroom:title");
  return { query, held, page, title, loadedAt: ctx.now.toISOString() };
});

/** The list column, and beside it the chosen mail. */
export default function MailList() {
  const { query, held, page, title, loadedAt } = useLoaderData<typeof loader>();
  const now = useNow(loadedAt);
  const { inboundId } = useParams();
  const { person } = usePageFacts();
  const t = useT();
  const keep = keepMailList(query);
  const at = (after: string | null) => paths.desk.mailroom({ ...keep, after });
  return (
    <>
      <section className="list" aria-label={title}>
        <div className="bar">
          <DrawerButton opens="desk-menu" className="ghost icon sm nav" label={t("desk:nav.label")}>
            <Icon of={MenuIcon} />
          </DrawerButton>
          <h2 className="clip">{title}</h2>
          <span className="muted xs num">
            {t("mailroom:list.toDecide", { count: held, shown: capped(held, MAIL_CAP) })}
          </span>
          {person?.role === "administrator" ? (
            <span className="end">
              <LinkButton size="sm" href={paths.desk.admin("mail/rules")}>
                {t("mailroom:list.rules")}
              </LinkButton>
            </span>
          ) : null}
        </div>
        <Tabs
          look="pill"
          label={t("mailroom:list.views")}
          items={MAIL_VIEWS.map((view) => ({
            href: paths.desk.mailroom({ view: view === "held" ? null : view, q: query.q }),
            label: t(`mailroom:view.${view}`),
            current: view === query.view,
          }))}
        />
        <form role="search" method="get" action={paths.desk.mailroom()} className="mail-search">
          {query.view === "held" ? null : <input type="hidden" name="view" value={query.view} />}
          <SearchInput
            key={query.q}
            label={t("mailroom:list.search")}
            placeholder={t("mailroom:list.searchHint")}
            defaultValue={query.q}
            maxLength={200}
            data-key="/"
          />
        </form>
        {page.rows.length > 0 ? (
          <ul className="q">
            {page.rows.map((row) => (
              <MailRowItem
                key={row.id}
                row={row}
                href={paths.desk.mail(row.id, "", keep)}
                current={row.id === inboundId}
                me={person?.id ?? ""}
                now={now}
              />
            ))}
          </ul>
        ) : (
          <EmptyState
            icon={query.q ? MailSearch : MailCheck}
            title={t(query.q ? "mailroom:empty.search" : `mailroom:empty.${query.view}`)}
            action={
              query.q ? (
                <LinkButton size="sm" href={paths.desk.mailroom({ view: keep.view })}>
                  {t("mailroom:empty.clear")}
                </LinkButton>
              ) : undefined
            }
          >
            {t(query.q ? "mailroom:empty.searchText" : `mailroom:empty.${query.view}Text`)}
          </EmptyState>
        )}
        <Pagination previous={page.previous ? at(page.previous) : null} next={page.next ? at(page.next) : null} />
      </section>
      <Outlet context={keep} />
    </>
  );
}
