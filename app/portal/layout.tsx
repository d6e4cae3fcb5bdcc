import type { LinksFunction } from "@remix-run/node";
import { Outlet, useLocation } from "@remix-run/react";
import { LanguageMenu } from "~/components/ui/language-menu";
import { Logo } from "~/components/ui/logo";
import { Menu } from "~/components/ui/menu";
import { Avatar } from "~/components/ui/avatar";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import portal from "~/styles/portal.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: portal }];

/** The frame of every portal page: name, places, language, account; hours and ways to reach us below. */
export default function PortalLayout() {
  const { company, person, locale } = usePageFacts();
  const { pathname, search } = useLocation();
  const t = useT();
  const places = person
    ? [
        { href: paths.tickets(), label: t("portal:nav.tickets") },
        { href: paths.newTicket(), label: t("portal:nav.newTicket") },
      ]
    : [{ href: paths.newTicket(), label: t("portal:nav.newTicket") }];
  const signOut = (
    <form method="post" action={paths.signOut()}>
      <button>{t("portal:nav.signOut")}</button>
    </form>
  );
  return (
    <div className="portal">
      <header className="top">
        <Logo name={company.name} href={paths.home()} />
        <nav className="wide" aria-label={t("portal:nav.main")}>
          {places.map(({ href, label }) => (
            <a key={href} href={href} aria-current={pathname === href ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div className="r">
          <LanguageMenu
            current={locale}
            languages={LOCALES.map((code) => ({ code, name: LOCALE_NAMES[code] }))}
            action={paths.language()}
            returnTo={pathname + search}
          />
          {person ? (
            <Menu className="account" look="ghost" plain label={<Avatar name={person.name} />} name={t("portal:nav.accountOf", { name: person.name })}>
              <a href={paths.account()}>{t("portal:nav.account")}</a>
              {signOut}
            </Menu>
          ) : (
            <a className="btn" href={paths.signIn(pathname + search)}>
              {t("portal:nav.signIn")}
            </a>
          )}
          <Menu className="narrow" label={t("portal:nav.menu")}>
            {places.map(({ href, label }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
            {person ? (
              <>
                <a href={paths.account()}>{t("portal:nav.account")}</a>
                {signOut}
              </>
            ) : (
              <a href={paths.signIn(pathname + search)}>{t("portal:nav.signIn")}</a>
            )}
          </Menu>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <div>
          {company.hours ? <span>{company.hours}</span> : null}
          {company.phone ? <a href={`tel:${company.phone.replace(/[^+\d]/g, "")}`}>{company.phone}</a> : null}
          {company.email ? <a href={`mailto:${company.email}`}>{company.email}</a> : null}
        </div>
      </footer>
    </div>
  );
}
