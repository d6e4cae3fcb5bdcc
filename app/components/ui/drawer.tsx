import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/i18n/use-t";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type Props = { id: string; label: string; end?: boolean; className?: string; children: ReactNode };

/** A column that becomes a panel over the page where there is no room for it (the style sheets decide). Works without JavaScript. */
export function Drawer({ id, label, end, className, children }: Props) {
  const t = useT();
  return (
    <aside
      id={id}
      aria-label={label}
      className={classNames("drawer", end && "end", className)}
      {...{ popover: "auto" }}
    >
      <button
        type="button"
        className="btn ghost icon sm drawer-close"
        aria-label={t("common:close")}
        {...{ popovertarget: id, popovertargetaction: "hide" }}
      >
        <Icon of={X} />
      </button>
      {children}
    </aside>
  );
}

/** Opens a Drawer by its id. */
export function DrawerButton({
  opens,
  className,
  children,
  label,
}: {
  opens: string;
  className?: string;
  children: ReactNode;
  label?: string;
}) {
  return (
    <button type="button" className={classNames("btn", className)} aria-label={label} {...{ popovertarget: opens }}>
      {children}
    </button>
  );
}
