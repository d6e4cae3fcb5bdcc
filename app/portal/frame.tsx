import { useLocation, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { Avatar } from "~/components/ui/avatar";
import { LanguageMenu } from "~/components/ui/language-menu";
import { Logo } from "~/components/ui/logo";
import { Menu } from "~/components/ui/menu";
import { SearchForm } from "~/components/ui/search-form";
import { paths } from "~/http/paths";
import { usePageFacts } from "~/http/use-page-facts";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { ContactFacts } from "./contact-facts";

/** What stands round every portal page: name, places, language and account above; hours and ways to reach us below. */
export function PortalFrame({ children }: { children: ReactNode }) {
  const { company, person, locale } = usePageFacts();
  const { pathname, search } = useLocation();
  const t = useT();
  const here = pathname + search;
  const hrefs = useLanguageHrefs();
  const places = placesOf(person?.role ?? null, locale).map(({ href, key }) => ({
    href,
    label: t(key),
    current: currentOf(pathname, href, locale),
  }));
  const account = person ? (
    <>
      <a href={paths.account()}>{t("portal:nav.account")}</a>
      <form method="post" action={paths.signOut()}>
        <button>{t("portal:nav.signOut")}</button>
      </form>
    </>
  ) : null;
  // These pages have a large field of their own.
  const searches = /^\/(search|help\/\w+(\/(topics\/.*|faq))?)?$/.test(pathname);
  return (
    <div className="portal">
      <header className="top">
        <Logo name={company.name} href={paths.home()} />
        <nav className="wide" aria-label={t("portal:nav.main")}>
          {places.map(({ href, label, current }) => (
            <a key={href} href={href} aria-current={current}>
              {label}
            </a>
          ))}
        </nav>
        {searches ? null : <PortalSearch className="s" />}
        <div className="r">
          <LanguageMenu
            current={locale}
            languages={LOCALES.map((code) => ({ code, name: LOCALE_NAMES[code], href: hrefs?.[code] }))}
            action={hrefs ? undefined : paths.language()}
            returnTo={here}
          />
          {person ? (
            <Menu
              className="account"
              look="ghost"
              plain
              label={<Avatar name={person.name} />}
              name={t("portal:nav.accountOf", { name: person.name })}
            >
              {account}
            </Menu>
          ) : (
            <a className="btn" href={paths.signIn(here)}>
              <span>{t("portal:nav.signIn")}</span>
            </a>
          )}
          <Menu className="narrow" label={t("portal:nav.menu")}>
            {places.map(({ href, label, current }) => (
              <a key={href} href={href} aria-current={current}>
                {label}
              </a>
            ))}
            <a href={paths.search()}>{t("portal:search.title")}</a>
            {account ?? <a href={paths.signIn(here)}>{t("portal:nav.signIn")}</a>}
          </Menu>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div>
          <ContactFacts />
        </div>
      </footer>
    </div>
  );
}

/** The portal's search field. A page that is kept for everybody says its language, which nobody has chosen yet. */
export function PortalSearch({ big, className }: { big?: boolean; className?: string }) {
  const { person, locale } = usePageFacts();
  const { pathname } = useLocation();
  const t = useT();
  const hint = t(person?.role === "customer" ? "portal:search.hint" : "portal:search.hintGuest");
  return (
    <SearchForm
      big={big}
      className={className}
      action={paths.search()}
      suggest={paths.searchSuggestions()}
      label={big ? hint : t("portal:search.title")}
      placeholder={hint}
      maxLength={300}
    >
      {pathname.startsWith(paths.helpStart()) ? <input type="hidden" name="lang" value={locale} /> : null}
    </SearchForm>
  );
}

/**
 * Where the address carries the language, the page's address in each; else null. What is not or no longer there names
 * none: the same address says so in each language.
 */
function useLanguageHrefs(): Record<string, string> | null {
  const data: unknown = useMatches().at(-1)?.data;
  const { pathname } = useLocation();
  if (typeof data === "object" && data !== null && "languageHrefs" in data)
    return data.languageHrefs as Record<string, string>;
  if (!pathname.startsWith(`${paths.helpStart()}/`)) return null;
  return Object.fromEntries(LOCALES.map((code) => [code, pathname.replace(/^\/help\/[^/]*/, paths.help(code))]));
}

/** Whether the page is the place itself, or in the help centre somewhere below its start. */
function currentOf(pathname: string, href: string, lang: string) {
  if (pathname === href) return "page" as const;
  return href === paths.help(lang) && pathname.startsWith(`${href}/`) ? ("true" as const) : undefined;
}

/** Staff work at the desk: the portal shows them the way there. */
function placesOf(role: string | null, lang: string) {
  const help = { href: paths.help(lang), key: "portal:nav.help" };
  const newTicket = { href: paths.newTicket(), key: "portal:nav.newTicket" };
  if (role === null) return [help, newTicket];
  if (role !== "customer") return [help, { href: paths.desk.home(), key: "portal:nav.desk" }];
  return [help, { href: paths.tickets(), key: "portal:nav.tickets" }, newTicket];
}
