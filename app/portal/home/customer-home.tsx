import { MessagesSquare, PenLine, UserRound } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { PortalRow, PortalScope, WaitingItem } from "~/domain/tickets/portal-views";
import { paths, withQuery } from "~/http/paths";
import { useLive } from "~/http/use-live";
import { usePageFacts } from "~/http/use-page-facts";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { listQuery } from "../tickets/list-query";
import { ScopeLinks } from "../tickets/scope-links";
import { TicketRow } from "../tickets/ticket-row";
import { PortalSearch } from "../frame";
import { ContactCard } from "./contact-card";
import { type DayPart, firstName } from "./greeting";
import { PopularArticles, type PopularList } from "./popular-articles";
import { Tile } from "./tile";

type Props = {
  me: string;
  part: DayPart;
  waiting: readonly WaitingItem[];
  shared: boolean;
  scope: PortalScope;
  mine: { count: number; more: boolean };
  open: { rows: readonly PortalRow[]; more: boolean };
  done: readonly PortalRow[];
  /** what others search for */
  popular: readonly string[];
  articles: PopularList;
};

/** The customer's start page: a greeting, what waits, what can be done, what is open and what was solved. */
export function CustomerHome({ me, part, waiting, shared, scope, mine, open, done, popular, articles }: Props) {
  const { person } = usePageFacts();
  const t = useT();
  const name = firstName(person?.name ?? "");
  useLive([`person:${me}`]);
  return (
    <>
      <section className="hero">
        <h1>{name ? t(`portal:home.greeting.${part}`, { name }) : t(`portal:home.hello.${part}`)}</h1>
        <PortalSearch big />
        {popular.length > 0 ? (
          <p className="try">
            {t("portal:search.popular")}
            {popular.map((query) => (
              <a key={query} href={paths.search({ q: query })}>
                {query}
              </a>
            ))}
          </p>
        ) : null}
      </section>
      {waiting.length > 0 ? (
        <section className="need" aria-labelledby="waiting">
          <h2 id="waiting">{t("portal:home.waiting")}</h2>
          <ul>
            {waiting.map((item) => (
              <li key={item.number}>
                <a href={paths.ticket(item.number)}>
                  <b>
                    <bdi>{item.subject}</bdi>
                  </b>
                  <span className="num">
                    #{item.number} · {item.queueName} · <TimeText at={item.at} />
                  </span>
                  <em>{t("portal:home.answer")}</em>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <nav className="tiles tablet:grid-cols-3" aria-label={t("portal:home.todo")}>
        <Tile main icon={PenLine} href={paths.newTicket()} title={t("portal:nav.newTicket")}>
          {t("portal:home.newTicketFact")}
        </Tile>
        <Tile icon={MessagesSquare} href={paths.tickets()} title={t("portal:home.myTickets")}>
          {openFact(t, mine)}
        </Tile>
        <Tile icon={UserRound} href={paths.account()} title={t("portal:nav.account")}>
          {t("portal:home.accountFact")}
        </Tile>
      </nav>
      <div className="mat">
        <Card
          id="open"
          title={t("portal:list.heading.open")}
          actions={
            shared ? (
              <ScopeLinks current={scope} href={(to) => withQuery(paths.home(), { scope: listQuery(to).scope })} />
            ) : undefined
          }
        >
          {open.rows.length > 0 ? (
            <ul className="rows">
              {open.rows.map((row) => (
                <TicketRow key={row.number} row={row} />
              ))}
              {open.more ? (
                <li>
                  <a className="row" href={paths.tickets(listQuery(scope))}>
                    <span className="lk">{t("portal:home.allOpen")}</span>
                  </a>
                </li>
              ) : null}
            </ul>
          ) : (
            <EmptyState
              level={3}
              title={t("portal:list.empty.open")}
              action={<LinkButton href={paths.newTicket()}>{t("portal:nav.newTicket")}</LinkButton>}
            >
              {t("portal:list.emptyText.open")}
            </EmptyState>
          )}
        </Card>
        <div className="stack">
          {done.length > 0 ? (
            <Card
              id="done"
              title={t("portal:home.recentlySolved")}
              actions={<a href={paths.tickets(listQuery("mine", "done"))}>{t("portal:home.allDone")}</a>}
            >
              {done.map((row) => (
                <a key={row.number} className="faq" href={paths.ticket(row.number)}>
                  <bdi>{row.subject}</bdi> <span className="faint small num">#{row.number}</span>
                </a>
              ))}
            </Card>
          ) : null}
          <PopularArticles articles={articles} />
          <ContactCard />
        </div>
      </div>
    </>
  );
}

/** "3 open", "25+ open", or that nothing is. */
function openFact(t: ReturnType<typeof useT>, { count, more }: Props["mine"]): string {
  if (count === 0) return t("portal:home.noneOpen");
  return more ? t("portal:home.moreOpen", { least: count }) : t("portal:home.open", { count });
}
