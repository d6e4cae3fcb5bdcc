import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";
import { useForgetText } from "../use-kept-text";

/** The form for a new ticket is done with: what came of it, while what was typed is forgotten. */
export function FormDone({ icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  const t = useT();
  useForgetText(paths.newTicket());
  return (
    <div className="page slim">
      <EmptyState
        level={1}
        icon={icon}
        title={title}
        action={<LinkButton href={paths.home()}>{t("common:error.home")}</LinkButton>}
      >
        {children}
      </EmptyState>
    </div>
  );
}
