import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Breadcrumb } from "~/components/ui/breadcrumb";
import { DrawerButton } from "~/components/ui/drawer";
import { Icon } from "~/components/ui/icon";
import { useT } from "~/i18n/use-t";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** links or buttons beside the title */
  actions?: ReactNode;
  /** the way here */
  crumbs?: readonly { href: string; label: ReactNode }[];
  slim?: boolean;
  children: ReactNode;
};

/** A desk page without columns of its own: title line, then cards and tables. */
export function Sheet({ title, lead, actions, crumbs, slim, children }: Props) {
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className={slim ? "sheet slim" : "sheet"}>
        <div className="sheet-head">
          <DrawerButton opens="desk-menu" className="ghost icon sm nav" label={t("desk:nav.label")}>
            <Icon of={MenuIcon} />
          </DrawerButton>
          <div className="min-w-0 flex-1 basis-40">
            {crumbs ? <Breadcrumb items={crumbs} /> : null}
            <h1 className="wrap-anywhere">{title}</h1>
          </div>
          {actions}
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        <div className="sheet-body">{children}</div>
      </div>
    </main>
  );
}
