import { MailQuestionMark } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { Kbd } from "~/components/ui/kbd";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../desk-handle";

export const handle: DeskHandle = { desk: { cols: 3, pane: "list" } };

/** No mail chosen yet. */
export default function NoMail() {
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="none">
        <EmptyState icon={MailQuestionMark} title={t("mailroom:none.title")} level={1}>
          {t("mailroom:none.text")} <Kbd>J</Kbd> <Kbd>K</Kbd>
        </EmptyState>
      </div>
    </main>
  );
}
