import type { ReactNode } from "react";
import { useI18n } from "~/i18n/use-t";
import { helpHref } from "./help-href";

type Props = {
  to: { kind: string; slug: string; locale: string; title: string };
  className?: string;
  /** the page that is shown */
  current?: boolean;
  /** instead of the title */
  children?: ReactNode;
};

/** A link to an article or question in the page's language, marked with the text's own where a translation is missing. */
export function ArticleLink({ to, className, current, children }: Props) {
  const { locale } = useI18n();
  return (
    <a
      className={className}
      href={helpHref(locale, to)}
      lang={to.locale === locale ? undefined : to.locale}
      aria-current={current ? "page" : undefined}
    >
      {children ?? to.title}
    </a>
  );
}
