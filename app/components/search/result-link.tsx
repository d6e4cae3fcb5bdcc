import { useNavigate } from "@remix-run/react";
import type { MouseEvent, ReactNode } from "react";

type Props = {
  href: string;
  /** the way there that the search log notes; null when nothing is to be noted */
  opened: string | null;
  className?: string;
  lang?: string;
  children: ReactNode;
};

/** A result. Without a script it leads over the route that notes it; with one the note is sent aside. */
export function ResultLink({ href, opened, children, ...rest }: Props) {
  const navigate = useNavigate();
  if (!opened)
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  function follow(event: MouseEvent) {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigator.sendBeacon(opened ?? "");
    // Pages of the help centre are documents of their own.
    if (/^\/help(\/|$)/.test(href)) location.assign(href);
    else navigate(href);
  }
  return (
    <a href={opened} data-reload="" onClick={follow} {...rest}>
      {children}
    </a>
  );
}
