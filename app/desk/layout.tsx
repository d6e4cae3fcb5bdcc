import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches } from "@remix-run/react";
import { Bell, BookOpen, Inbox, MailQuestionMark, MessageSquareText, Settings, Trash2 } from "lucide-react";
import { Avatar } from "~/components/ui/avatar";
import { Drawer } from "~/components/ui/drawer";
import { Icon } from "~/components/ui/icon";
import { LinkButton } from "~/components/ui/button";
import { Logo } from "~/components/ui/logo";
import { Menu } from "~/components/ui/menu";
import { SearchForm } from "~/components/ui/search-form";
import { countViews } from "~/domain/tickets/count-views.server";
import { touchDuty } from "~/domain/routing/touch-duty.server";
import { countHeldMail } from "~/domain/mailroom/count-held-mail.server";
import { MAIL_CAP } from "~/domain/mailroom/mail-views";
import { listSearchViews } from "~/domain/search/list-search-views.server";
import { countUnread } from "~/domain/notifications/count-unread.server";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { useLive } from "~/http/use-live";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import desk from "~/styles/desk.css?url";
import { PaletteDoor } from "./commands/palette-door";
import type { DeskHandle } from "./desk-handle";
import { capped, DeskNav } from "./desk-nav";
import { PresenceItems } from "./presence-items";
import { PresenceWord } from "./presence-word";
import { useShortcuts } from "./use-shortcuts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: desk }];

export const loader = agentLoader(async (ctx, _args: LoaderFunctionArgs) => {
  const [counts, unread, held, duty, views] = await Promise.all([
    countViews(ctx),
    countUnread(ctx),
    countHeldMail(ctx),
    touchDuty(ctx),
    listSearchViews(ctx),
  ]);
  return {
    counts,
    views,
    unread,
    held,
    presence: duty?.presence ?? "away",
    topics: [
      `person:${ctx.actor.personId}`,
      ...ctx.actor.queueIds.map((id) => `queue:${id}`),
      ...(ctx.actor.role === "administrator" ? ["mailroom"] : []),
    ],
  };
});

/** The frame of the desk: places on the left, the page's own columns beside. */
export default function DeskLayout() {
  const { counts, views, unread, held, presence, topics } = useLoaderData<typeof loader>();
  const { company, person } = usePageFacts();
  const matches = useMatches();
  // There the page's own field takes the key.
  const atSearch = useLocation().pathname === paths.desk.search();
  const t = useT();
  const frame = matches.map((m) => (m.handle as Partial<DeskHandle> | undefined)?.desk).findLast(Boolean) ?? {
    cols: 2,
    pane: "main",
  };
  useLive(topics);
  useShortcuts(person?.shortcuts ?? false);
  return (
    <div className="desk" data-cols={frame.cols} data-pane={frame.pane}>
      <Drawer id="desk-menu" className="side" label={t("desk:nav.label")}>
        <Logo name={company.name} href={paths.desk.home()} />
        <SearchForm
          className="side-search"
          action={paths.desk.search()}
          suggest={paths.desk.search({}, "suggestions")}
          id="desk-search"
          label={t("search:label")}
          placeholder={t("search:title")}
          maxLength={300}
          data-key={atSearch ? undefined : "/"}
          data-focus="desk-search"
          aria-keyshortcuts="/"
        />
        <LinkButton href={paths.desk.newTicket()} size="sm" kbd="C" data-key="c">
          {t("desk:nav.newTicket")}
        </LinkButton>
        <PaletteDoor queues={counts.queues} />
        <DeskNav counts={counts} views={views} />
        <nav aria-label={t("desk:nav.work")}>
          <h2>{t("desk:nav.work")}</h2>
          <ul>
            <NavLine
              href={paths.desk.notifications()}
              icon={Bell}
              label={t("desk:nav.notifications")}
              count={unread ? String(unread) : null}
            />
            <NavLine
              href={paths.desk.mailroom()}
              icon={MailQuestionMark}
              label={t("desk:nav.mailroom")}
              count={held ? capped(held, MAIL_CAP) : null}
            />
            <NavLine href={paths.desk.outbox()} icon={Inbox} label={t("desk:nav.outbox")} />
            <NavLine
              href={paths.desk.knowledge()}
              also={paths.desk.news()}
              icon={BookOpen}
              label={t("knowledge:title")}
            />
            <NavLine href={paths.desk.savedReplies()} icon={MessageSquareText} label={t("replies:title")} />
            <NavLine href={paths.desk.bin()} icon={Trash2} label={t("desk:nav.bin")} />
            {person?.role === "administrator" ? (
              <NavLine href={paths.desk.admin()} icon={Settings} label={t("desk:nav.admin")} />
            ) : null}
          </ul>
        </nav>
        <div className="me">
          <Menu
            look="bare"
            up
            align="start"
            name={t("agents:presence.menu", {
              name: person?.name ?? "",
              presence: t(`agents:presence.${presence}`),
            })}
            label={
              <>
                <Avatar name={person?.name ?? ""} />
                <span className="small clip">{person?.name.split(" ")[0]}</span>
                <span className="small flex-none" aria-hidden="true">
                  ·
                </span>
                <PresenceWord presence={presence} />
              </>
            }
          >
            <PresenceItems personId={person?.id ?? ""} presence={presence} />
            <hr />
            <a href={paths.desk.account()}>{t("desk:nav.account")}</a>
            <a href={paths.desk.shortcuts()} data-key="?">
              {t("desk:nav.shortcuts")}
            </a>
            <hr />
            <form method="post" action={paths.signOut()}>
              <button>{t("desk:nav.signOut")}</button>
            </form>
          </Menu>
        </div>
      </Drawer>
      <Outlet />
    </div>
  );
}

function NavLine({
  href,
  also,
  icon,
  label,
  count,
}: {
  href: string;
  /** Another place that counts as here. */
  also?: string;
  icon: typeof Bell;
  label: string;
  count?: string | null;
}) {
  const { pathname } = useLocation();
  const here = [href, also].some((place) => place && `${pathname}/`.startsWith(`${place}/`));
  return (
    <li>
      <a href={href} aria-current={here ? "page" : undefined}>
        <Icon of={icon} size={15} />
        {label}
        {count ? <span className="num">{count}</span> : null}
      </a>
    </li>
  );
}
