import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { KeyValue } from "~/components/ui/key-value";
import type { TransportHealth } from "~/domain/mail/get-transport-health.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { HealthChip } from "./health-chip";

/** Which way mail goes out, what waits there, and what was refused last. */
export function TransportCard({ transport: it }: { transport: TransportHealth }) {
  const t = useT();
  return (
    <Card title={t("mailadmin:health.transport")} id="transport" padded>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="text-base font-semibold">{t(`mailadmin:health.way.${it.transport}`)}</h3>
        <HealthChip health={it.health} />
      </div>
      <p className="muted small mb-3">{t(`mailadmin:health.wayText.${it.transport}`)}</p>
      <KeyValue
        items={[
          it.place !== null && {
            label: t("mailadmin:health.place"),
            value: <bdi className="wrap-anywhere">{it.place}</bdi>,
          },
          { label: t("mailadmin:health.queued"), value: it.queued, num: true },
          { label: t("mailadmin:health.deferred"), value: it.deferred, num: true },
          { label: t("mailadmin:health.failedDay"), value: it.failed, num: true },
          it.oldest ? { label: t("mailadmin:health.oldest"), value: <TimeText at={it.oldest} />, num: true } : null,
          {
            label: t("mailadmin:health.lastSent"),
            value: it.lastSentAt ? <TimeText at={it.lastSentAt} /> : t("mailadmin:health.none"),
            num: true,
          },
          it.lastFailedAt && it.reason
            ? {
                label: t("mailadmin:health.lastRefusal"),
                value: (
                  <span className="wrap-anywhere">
                    {t(`desk:reason.${it.reason}`)} <TimeText at={it.lastFailedAt} className="num muted xs" />
                    {it.detail ? (
                      <span className="muted xs block">
                        <bdi>{it.detail}</bdi>
                      </span>
                    ) : null}
                  </span>
                ),
              }
            : null,
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <form method="post" action={paths.desk.admin("mail/transport/test")}>
          <Button size="sm">{t("mailadmin:health.testConnection")}</Button>
        </form>
        <form method="post" action={paths.desk.admin("mail/transport/test-mail")}>
          <Button size="sm">{t("mailadmin:health.sendTestMail")}</Button>
        </form>
        <a className="btn sm ghost" href={paths.desk.outbox()}>
          {t("mailadmin:health.outbox")}
        </a>
      </div>
    </Card>
  );
}
