import { useT } from "~/i18n/use-t";

/** The first thing on a page; leads past what repeats. The target needs `tabIndex={-1}`. */
export function SkipLink({ to = "main", children }: { to?: string; children?: string }) {
  const t = useT();
  return (
    <a className="skip" href={`#${to}`}>
      {children ?? t("common:skip")}
    </a>
  );
}
