import { useEffect, useRef } from "react";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { MailDifference, RuleComparison } from "~/domain/mailroom/rules/compare-rules";
import type { MailDryRun } from "~/domain/mailroom/rules/dry-run-mail-rules.server";
import { paths } from "~/http/paths";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { OutcomeWords } from "./outcome-words";

/** What would become of the last mails: counts by rule and address, and those that would be treated differently. */
export function MailDryRunResult({ run }: { run: MailDryRun }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [run]);
  const number = (label: string, cell: (row: RuleComparison["addresses"][number]) => number) => ({
    label,
    end: true,
    cell,
  });
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <Card padded title={t("mailrules:dry.title")} id="dry-run">
        <p role="status">
          <b>{t("mailrules:dry.differ", { count: run.differing })}</b> {t("mailrules:dry.of", { count: run.mails })}
          {run.stopped ? ` ${t("mailrules:dry.stopped", { asked: run.asked })}` : null}
        </p>
        <p className="muted small">{t("mailrules:dry.lead", { version: run.version })}</p>
      </Card>
      {run.rules.length > 0 ? (
        <Card padded title={t("mailrules:dry.rules")}>
          <Table
            caption={t("mailrules:dry.rules")}
            rows={run.rules}
            rowKey={({ ruleId }) => ruleId}
            columns={[
              {
                label: t("mailrules:dry.rule"),
                heading: true,
                cell: ({ ruleId }) => <bdi className="wrap-anywhere">{run.names[ruleId] ?? "—"}</bdi>,
              },
              { label: t("mailrules:dry.before"), end: true, cell: ({ before }) => before },
              { label: t("mailrules:dry.after"), end: true, cell: ({ after }) => after },
            ]}
          />
        </Card>
      ) : null}
      {run.addresses.length > 0 ? (
        <Card padded title={t("mailrules:dry.addresses")}>
          <Table
            caption={t("mailrules:dry.addresses")}
            rows={run.addresses}
            rowKey={({ address }) => address}
            columns={[
              {
                label: t("mailrules:dry.address"),
                heading: true,
                cell: ({ address }) => <bdi className="wrap-anywhere">{address || t("mailrules:noAddress")}</bdi>,
              },
              number(t("mailrules:dry.mails"), ({ mails }) => mails),
              number(t("mailrules:dry.held"), ({ after }) => after),
              number(t("mailrules:dry.different"), ({ differing }) => differing),
            ]}
          />
        </Card>
      ) : null}
      {run.shown.length > 0 ? (
        <Card padded title={t("mailrules:dry.which")}>
          {run.differing > run.shown.length ? (
            <p className="muted small mb-2">{t("mailrules:dry.shown", { count: run.shown.length })}</p>
          ) : null}
          <Table<MailDifference>
            caption={t("mailrules:dry.which")}
            rows={run.shown}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("mailrules:dry.mail"),
                heading: true,
                cell: ({ id, subject, from, receivedAt }) => (
                  <span className="block min-w-48">
                    <a href={paths.desk.mail(id)} target="_blank" rel="noreferrer">
                      <bdi className="wrap-anywhere">{subject || t("mailrules:noSubject")}</bdi>
                    </a>
                    <span className="muted small block font-normal wrap-anywhere">
                      <bdi>{from}</bdi> · <TimeText at={receivedAt} style="dated" />
                    </span>
                  </span>
                ),
              },
              {
                label: t("mailrules:dry.before"),
                cell: ({ before }) => <OutcomeWords outcome={before} names={run.names} />,
              },
              {
                label: t("mailrules:dry.after"),
                cell: ({ after }) => <OutcomeWords outcome={after} names={run.names} />,
              },
            ]}
          />
        </Card>
      ) : null}
    </div>
  );
}
