import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";

/** The way from the start to here; the page itself is not in it. */
export function Breadcrumb({ items }: { items: readonly { href: string; label: ReactNode }[] }) {
  const t = useT();
  return (
    <nav className="crumb" aria-label={t("common:breadcrumb")}>
      <ol>
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
