import { MessagesSquare } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { Kbd } from "~/components/ui/kbd";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../desk-handle";

export const handle: DeskHandle = { desk: { cols: 3, pane: "list" } };

/** No ticket chosen yet. */
export default function NoTicket() {
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="none">
        <EmptyState icon={MessagesSquare} title={t("desk:none.title")} level={1}>
          {t("desk:none.text")} <Kbd>J</Kbd> <Kbd>K</Kbd>
        </EmptyState>
      </div>
    </main>
  );
}
