import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Tab = { href: string; label: ReactNode; current?: boolean; count?: ReactNode };

type Props = { label: string; items: readonly Tab[]; look?: "line" | "pill"; className?: string };

/** Links between views of one thing; each has its own address. */
export function Tabs({ label, items, look = "line", className }: Props) {
  return (
    <nav className={classNames(look === "line" ? "tabs" : "seg", className)} aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label}
          {item.count === undefined ? null : <span className="num">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}
