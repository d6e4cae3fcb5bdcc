import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { KeyValue } from "~/components/ui/key-value";
import type { ReceiverRow } from "~/domain/mailroom/health/list-receivers.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { HealthChip } from "./health-chip";

type Row = ReceiverRow;

/** The processes that take mail by SMTP, each with its certificate and its counts. */
export function ReceiversCard({ receivers }: { receivers: Row[] }) {
  const t = useT();
  return (
    <Card title={t("mailadmin:health.receivers")} id="receivers">
      {receivers.length ? (
        <ul className="grid">
          {receivers.map((row) => (
            <li key={row.id} className="border-t p-(--pad)">
              <Receiver row={row} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={t("mailadmin:health.noReceiver")}>{t("mailadmin:health.noReceiverText")}</EmptyState>
      )}
    </Card>
  );
}

function Receiver({ row }: { row: Row }) {
  const t = useT();
  const { id, host, port, machine, health, seenAt, startedAt, lastMessageAt, lastError, lastErrorAt, counts } = row;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 text-base font-semibold wrap-anywhere">
          <bdi>{host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`}</bdi>
        </h3>
        <HealthChip health={health} />
        <form method="post" action={paths.desk.admin(`mail/receivers/${id}/test`)} className="ml-auto">
          <Button size="sm" aria-label={t("mailadmin:health.testReceiver", { place: `${host}:${port}` })}>
            {t("mailadmin:health.test")}
          </Button>
        </form>
      </div>
      <KeyValue
        items={[
          { label: t("mailadmin:health.machine"), value: <bdi className="wrap-anywhere">{machine || "—"}</bdi> },
          { label: t("mailadmin:health.started"), value: <TimeText at={startedAt} />, num: true },
          health === "gone" && { label: t("mailadmin:health.seen"), value: <TimeText at={seenAt} />, num: true },
          {
            label: t("mailadmin:health.lastMessage"),
            value: lastMessageAt ? <TimeText at={lastMessageAt} /> : t("mailadmin:health.noneSinceStart"),
            num: true,
          },
          {
            label: t("mailadmin:health.taken"),
            value: t("mailadmin:health.takenWords", {
              messages: counts.messages ?? 0,
              connections: counts.connections ?? 0,
              encrypted: counts.encrypted ?? 0,
            }),
            num: true,
          },
          { label: t("mailadmin:health.refused"), value: <Refused counts={counts} /> },
          { label: t("mailadmin:health.certificate"), value: <Certificate row={row} /> },
          lastError && lastErrorAt
            ? {
                label: t("mailadmin:health.lastError"),
                value: (
                  <span className="wrap-anywhere">
                    <TimeText at={lastErrorAt} className="num" />
                    <span className="muted xs block">
                      <bdi>{lastError}</bdi>
                    </span>
                  </span>
                ),
              }
            : null,
        ]}
      />
    </>
  );
}

function Refused({ counts }: Pick<Row, "counts">) {
  const t = useT();
  const reasons = Object.entries(counts.refused ?? {}).filter(([, count]) => count > 0);
  if (!reasons.length) return <>{t("mailadmin:health.nothingRefused")}</>;
  return (
    <ul className="grid">
      {reasons.map(([reason, count]) => (
        <li key={reason}>
          {t(`mailadmin:health.refusal.${reason}`)}: <span className="num">{count}</span>
        </li>
      ))}
    </ul>
  );
}

function Certificate({ row: { certificate, health } }: { row: Row }) {
  const t = useT();
  if (!certificate) return <>—</>;
  return (
    <span className="wrap-anywhere">
      <bdi>{certificate.names.join(", ")}</bdi>
      <span className="muted xs block">
        {certificate.own
          ? t("mailadmin:health.ownCertificate")
          : t("mailadmin:health.issuer", { issuer: certificate.issuer })}
      </span>
      <span className={health === "certificate" ? "xs block text-warn" : "muted xs block"}>
        {t("mailadmin:health.validFrom")} <TimeText at={certificate.from} style="date" className="num" />{" "}
        {t("mailadmin:health.validUntil")} <TimeText at={certificate.until} style="date" className="num" />
      </span>
    </span>
  );
}
