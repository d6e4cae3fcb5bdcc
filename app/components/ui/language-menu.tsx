import { useT } from "~/i18n/use-t";
import { Menu } from "./menu";

type Props = {
  current: string;
  /** each in its own words */
  languages: readonly { code: string; name: string; /** the same page in that language */ href?: string }[];
  /** where the choice is posted as `name` when it is not in the address */
  action?: string;
  name?: string;
  /** the page to come back to, posted as `to` */
  returnTo?: string;
  up?: boolean;
};

/** The languages: links where the address carries the language, else a form that remembers it. */
export function LanguageMenu({ current, languages, action, name = "locale", returnTo, up }: Props) {
  const t = useT();
  const now = languages.find(({ code }) => code === current);
  const items = languages.map(({ code, name: own, href }) =>
    href ? (
      <a key={code} href={href} hrefLang={code} lang={code} aria-current={code === current ? "true" : undefined}>
        {own}
      </a>
    ) : (
      <button key={code} name={name} value={code} lang={code} aria-current={code === current ? "true" : undefined}>
        {own}
      </button>
    ),
  );
  return (
    <Menu
      label={current.toUpperCase()}
      name={`${current.toUpperCase()}, ${t("common:language")}: ${now?.name ?? current}`}
      look="ghost"
      up={up}
      className="lang"
    >
      {action ? (
        <form method="post" action={action}>
          {returnTo ? <input type="hidden" name="to" value={returnTo} /> : null}
          {items}
        </form>
      ) : (
        items
      )}
    </Menu>
  );
}
