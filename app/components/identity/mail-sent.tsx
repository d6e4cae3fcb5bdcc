import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { useT } from "~/i18n/use-t";

/** A mail is on its way, or would be: what to do now, and where to ask again. */
export function MailSent({ title, children, again }: { title: string; children: ReactNode; again: string }) {
  const t = useT();
  return (
    <Card>
      <EmptyState
        icon={MailCheck}
        level={1}
        title={title}
        action={
          <a className="btn" href={again}>
            {t("identity:sent.again")}
          </a>
        }
      >
        {children}
      </EmptyState>
    </Card>
  );
}
