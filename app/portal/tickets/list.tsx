import { useLoaderData } from "@remix-run/react";
import { Inbox, Plus } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { listPortalTickets } from "~/domain/tickets/list-portal-tickets.server";
import { PORTAL_FILTERS } from "~/domain/tickets/portal-views";
import { paths } from "~/http/paths";
import { customerLoader } from "~/http/route.server";
import { useLive } from "~/http/use-live";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { listQuery, readListQuery } from "./list-query";
import { ScopeLinks } from "./scope-links";
import { TicketRow } from "./ticket-row";

export { pageTitle as meta } from "~/http/page-title";

export const loader = customerLoader(async (ctx, { request }) => {
  const shared = ctx.actor.sharedOrganizationId !== null;
  const query = readListQuery(request.url, shared);
  const page = await listPortalTickets(ctx, query);
  return { title: translator(ctx.locale)("portal:nav.tickets"), query, page, shared, me: ctx.actor.personId };
});

/** The customer's tickets: last news first, open or done, own or the organization's. */
export default function TicketList() {
  const { query, page, shared, me } = useLoaderData<typeof loader>();
  const t = useT();
  const { scope, filter, after } = query;
  const at = (cursor: string | null) => cursor && paths.tickets(listQuery(scope, filter, cursor));
  useLive([`person:${me}`]);
  return (
    <div className="page mid">
      <div className="page-head">
        <h1>{t("portal:nav.tickets")}</h1>
        <LinkButton href={paths.newTicket()} variant="primary" icon={<Icon of={Plus} />}>
          {t("portal:nav.newTicket")}
        </LinkButton>
      </div>
      <Tabs
        label={t("portal:list.which")}
        items={PORTAL_FILTERS.map((each) => ({
          href: paths.tickets(listQuery(scope, each)),
          label: t(`portal:list.${each}`),
          current: each === filter,
        }))}
      />
      <Card
        id="tickets"
        className="mt-4"
        title={t(`portal:list.heading.${filter}`)}
        actions={
          shared ? <ScopeLinks current={scope} href={(to) => paths.tickets(listQuery(to, filter))} /> : undefined
        }
      >
        {page.rows.length > 0 ? (
          <ul className="rows">
            {page.rows.map((row) => (
              <TicketRow key={row.number} row={row} />
            ))}
          </ul>
        ) : (
          <Nothing filter={filter} later={Boolean(after)} />
        )}
      </Card>
      <Pagination previous={at(page.previous)} next={at(page.next)} />
    </div>
  );
}

/** Why there is nothing here, and what to do next. */
function Nothing({ filter, later }: { filter: "open" | "done"; later: boolean }) {
  const t = useT();
  if (later)
    return (
      <EmptyState
        level={3}
        icon={Inbox}
        title={t("portal:list.noMore")}
        action={<LinkButton href={paths.tickets()}>{t("portal:list.toStart")}</LinkButton>}
      />
    );
  return (
    <EmptyState
      level={3}
      icon={Inbox}
      title={t(`portal:list.empty.${filter}`)}
      action={<LinkButton href={paths.newTicket()}>{t("portal:nav.newTicket")}</LinkButton>}
    >
      {t(`portal:list.emptyText.${filter}`)}
    </EmptyState>
  );
}
