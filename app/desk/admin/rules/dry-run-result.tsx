import { useEffect, useRef } from "react";
import { Card } from "~/components/ui/card";
import { Table } from "~/components/ui/table";
import type { Difference, ReplayOutcome } from "~/domain/routing/dry-run";
import type { NamedDryRun } from "~/domain/tickets/dry-run-rules.server";
import { priorityCode } from "~/domain/tickets/states";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

const SHOWN = 100;

/** What would differ had the rules been these: counts per queue, and the tickets with queue, priority, tags and assignee before and after. */
export function DryRunResult({ run }: { run: NamedDryRun }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [run]);
  const name = (id: string) => run.names[id] ?? t("routing:conditions.gone");
  const newestFirst = run.differing.toReversed();
  return (
    <div ref={box} tabIndex={-1} className="grid gap-4">
      <Card padded title={t("routing:rules.dry.title")} id="dry-run">
        <p role="status">
          <b>{t("routing:rules.dry.differ", { count: run.differing.length })}</b>{" "}
          {t("routing:rules.dry.of", { count: run.tickets })}
        </p>
        <p className="muted small">{t("routing:rules.dry.lead", { version: run.version })}</p>
        {run.queues.length > 0 ? (
          <div className="mt-3">
            <Table
              caption={t("routing:rules.dry.queues")}
              rows={run.queues}
              rowKey={({ queueId }) => queueId}
              columns={[
                { label: t("tickets:field.queue"), heading: true, cell: ({ queueId }) => <bdi>{name(queueId)}</bdi> },
                { label: t("routing:rules.dry.before"), end: true, cell: ({ before }) => before },
                { label: t("routing:rules.dry.after"), end: true, cell: ({ after }) => after },
                {
                  label: t("routing:rules.dry.change"),
                  end: true,
                  cell: ({ before, after }) => (after === before ? "0" : signed(after - before)),
                },
              ]}
            />
          </div>
        ) : null}
      </Card>
      {newestFirst.length > 0 ? (
        <Card title={t("routing:rules.dry.tickets")} padded>
          {newestFirst.length > SHOWN ? (
            <p className="muted small mb-2">{t("routing:rules.dry.shown", { count: SHOWN })}</p>
          ) : null}
          <Table<Difference>
            caption={t("routing:rules.dry.tickets")}
            rows={newestFirst.slice(0, SHOWN)}
            rowKey={({ number }) => String(number)}
            columns={[
              {
                label: t("tickets:field.subject"),
                heading: true,
                cell: ({ number, subject }) => (
                  <>
                    <a href={paths.desk.ticket(number)} target="_blank" rel="noreferrer">
                      #{number}
                    </a>{" "}
                    <bdi className="wrap-break-word font-normal">{subject}</bdi>
                  </>
                ),
              },
              { label: t("tickets:field.queue"), cell: (row) => <Change row={row} say={(o) => name(o.queueId)} /> },
              {
                label: t("tickets:field.priority"),
                cell: (row) => (
                  <span className="whitespace-nowrap">
                    <Change row={row} say={(o) => priorityCode(o.priority)} />
                  </span>
                ),
              },
              {
                label: t("tickets:field.tags"),
                cell: (row) => <Change row={row} say={(o) => o.tags.join(", ") || "—"} />,
              },
              {
                label: t("tickets:field.assignee"),
                cell: (row) => (
                  <Change
                    row={row}
                    say={(o) => (o.personId ? name(o.personId) : t(`routing:rules.dry.waits.${o.waits ?? "manual"}`))}
                  />
                ),
              },
            ]}
          />
        </Card>
      ) : null}
    </div>
  );
}

const signed = (by: number): string => (by > 0 ? `+${by}` : `−${-by}`);

/** Before and after, or the one text when nothing changes. */
function Change({ row, say }: { row: Difference; say: (outcome: ReplayOutcome) => string }) {
  const t = useT();
  const [before, after] = [say(row.before), say(row.after)];
  if (before === after) return <span className="faint wrap-break-word">{after}</span>;
  return (
    <span className="wrap-break-word">
      <span className="sr">{t("routing:rules.dry.before")}: </span>
      <s className="muted">{before}</s> <span aria-hidden="true">→</span>{" "}
      <span className="sr">{t("routing:rules.dry.after")}: </span>
      <b>{after}</b>
    </span>
  );
}
