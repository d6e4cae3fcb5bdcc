import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { LinkButton } from "./button";
import { Icon } from "./icon";

type Props = {
  previous?: string | null;
  next?: string | null;
  /** for instance "1–25 of more than 100" */ children?: ReactNode;
};

/** Links to the pages before and after this one (keyset: no page numbers). Nothing when there is only one page. */
export function Pagination({ previous, next, children }: Props) {
  const t = useT();
  if (!previous && !next) return null;
  return (
    <nav className="pages" aria-label={t("common:pages")}>
      <span className="said num">{children}</span>
      {previous ? (
        <LinkButton href={previous} size="sm" rel="prev" icon={<Icon of={ChevronLeft} size={16} />}>
          {t("common:page.previous")}
        </LinkButton>
      ) : null}
      {next ? (
        <LinkButton href={next} size="sm" rel="next">
          {t("common:page.next")} <Icon of={ChevronRight} size={16} />
        </LinkButton>
      ) : null}
    </nav>
  );
}
