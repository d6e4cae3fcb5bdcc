import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { useT } from "~/i18n/use-t";

/** What a receiver of webhooks needs to check their signature. */
export function WebhookCard({ secret }: { secret: string }) {
  const t = useT();
  return (
    <Card padded id="webhook" title={t("sla:escalation.webhook.title")}>
      <p className="muted small mb-3">{t("sla:escalation.webhook.text")}</p>
      <details>
        <summary>{t("sla:escalation.webhook.show")}</summary>
        <p className="mt-2 flex flex-wrap items-center gap-2">
          <code className="wrap-anywhere">{secret}</code>
          <CopyButton text={secret}>{t("sla:escalation.webhook.copy")}</CopyButton>
        </p>
      </details>
    </Card>
  );
}
