import type { ReactNode } from "react";

/** A word put on something by people; with `href` it leads to all that carry it. */
export function Tag({ children, href }: { children: ReactNode; href?: string }) {
  return href ? (
    <a className="tag" href={href}>
      <span>{children}</span>
    </a>
  ) : (
    <span className="tag">
      <span>{children}</span>
    </span>
  );
}
