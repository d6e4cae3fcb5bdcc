import { Search } from "lucide-react";
import type { InputHTMLAttributes } from "react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type Props = {
  /** what is searched, for readers */
  label: string;
  name?: string;
  /** a large field with its own button, for the top of a page */
  big?: boolean;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "name">;

/** The search field; put it in a `<form role="search" method="get">`. */
export function SearchInput({ label, name = "q", big, className, ...rest }: Props) {
  const t = useT();
  return (
    <div className={classNames("search", big && "big", className)}>
      <Icon of={Search} size={big ? 22 : 17} />
      <input
        {...rest}
        type="search"
        name={name}
        aria-label={label}
        className="field"
        autoComplete="off"
        enterKeyHint="search"
      />
      {big ? (
        <button className="btn primary" type="submit">
          {t("common:search")}
        </button>
      ) : null}
    </div>
  );
}
