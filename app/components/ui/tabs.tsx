import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "./class-names";

export type Tab = { href: string; label: ReactNode; current?: boolean; count?: ReactNode };

type Props = { label: string; items: readonly Tab[]; look?: "line" | "pill"; className?: string };

/** Links between views of one thing; each has its own address. */
export function Tabs({ label, items, look = "line", className }: Props) {
  const row = useRef<HTMLElement>(null);
  const current = items.find((item) => item.current)?.href;
  useEffect(() => showWithin(row.current), [current]);
  return (
    <nav ref={row} className={classNames(look === "line" ? "tabs" : "seg", className)} aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
          {item.label}
          {item.count === undefined ? null : <span className="num">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** A row that is wider than the screen starts with the current link in view; the page itself stays where it is. */
function showWithin(row: HTMLElement | null): void {
  const link = row?.querySelector("[aria-current]");
  if (!row || !link || row.scrollWidth <= row.clientWidth) return;
  const outer = row.getBoundingClientRect();
  const inner = link.getBoundingClientRect();
  row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}
