import { useLocation } from "@remix-run/react";
import { type DeskCounts, DESK_VIEWS } from "~/domain/tickets/views";
import { paths } from "~/http/paths";
import type { SearchViewRow } from "~/domain/search/list-search-views.server";
import { useT } from "~/i18n/use-t";

/** A count that stops: 14, or 99+. */
export const capped = (count: number, cap: number): string => (count >= cap ? `${cap - 1}+` : String(count));

/** The saved lists, the searches that are kept, and the queues with what is open in each. */
export function DeskNav({ counts, views }: { counts: DeskCounts; views: readonly SearchViewRow[] }) {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  const inTickets = pathname.startsWith(paths.desk.tickets()) && pathname !== paths.desk.newTicket();
  const view = query.get("view") ?? "mine";
  const queue = query.get("queue");
  // Who chose an order keeps it from list to list.
  const sort = inTickets ? query.get("sort") : null;
  const t = useT();
  return (
    <>
      <nav aria-label={t("desk:nav.views")}>
        <ul>
          {DESK_VIEWS.map((name) => (
            <li key={name}>
              <a
                href={paths.desk.tickets({ view: name, sort })}
                aria-current={inTickets && !queue && view === name ? "page" : undefined}
              >
                {t(`desk:view.${name}`)}
                {name === "solved" ? null : <span className="num">{capped(counts.views[name], counts.cap)}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {views.length > 0 ? (
        <nav aria-label={t("search:views.nav")}>
          <h2>{t("search:views.nav")}</h2>
          <ul>
            {views.map((view) => (
              <li key={view.id}>
                <a
                  href={paths.desk.search({ q: view.query })}
                  aria-current={pathname === paths.desk.search() && query.get("q") === view.query ? "page" : undefined}
                >
                  <bdi className="clip">{view.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {counts.queues.length > 0 ? (
        <nav aria-label={t("desk:nav.queues")}>
          <h2>{t("desk:nav.queues")}</h2>
          <ul>
            {counts.queues.map(({ id, name, open }) => (
              <li key={id}>
                <a
                  href={paths.desk.tickets({ view: "open", queue: id, sort })}
                  aria-current={inTickets && queue === id ? "page" : undefined}
                >
                  <bdi className="clip">{name}</bdi>
                  <span className="num">{capped(open, counts.cap)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  );
}
