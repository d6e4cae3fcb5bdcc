import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Clock } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrors } from "~/components/ui/form-errors";
import { Pagination } from "~/components/ui/pagination";
import { type Column, Table } from "~/components/ui/table";
import { timeForm } from "~/domain/sla/time-entry-schema";
import type { TimeEntryView } from "~/domain/sla/time-entry-views";
import { getTicketTime } from "~/domain/tickets/get-ticket-time.server";
import { listTime } from "~/domain/tickets/list-time.server";
import { logTime } from "~/domain/tickets/log-time.server";
import { formObject, parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatMoney } from "~/i18n/format";
import { translator } from "~/i18n/t.server";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import type { DeskHandle } from "../desk-handle";
import { TimeFields } from "./time-fields";
import { costWords, spentWords } from "./time-words";
import { TimerButton } from "./timer-button";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const after = new URL(request.url).searchParams.get("after");
  const [time, page] = await Promise.all([getTicketTime(ctx, number), listTime(ctx, number, after)]);
  const title = translator(ctx.locale)("contracts:time.of", { number });
  return { title, number, time, page, formId: newId(), now: ctx.now.toISOString() };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const form = await readForm(ctx, request);
  await logTime(ctx, number, parse(timeForm, formObject(form)));
  const back = form.get("to") === "ticket" ? paths.desk.ticket(number) : paths.desk.ticketPart(number, "time");
  return redirectWithToast(back, { key: "contracts:toast.timeLogged" });
});

type Entry = Omit<TimeEntryView, "startedAt" | "endedAt"> & { startedAt: Date | string; endedAt: Date | string | null };

/** All the time spent on a ticket, and a form to type more. */
export default function TimeOfTicket() {
  const { title, number, time, page, formId, now } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { t, locale } = useI18n();
  const here = paths.desk.ticketPart(number, "time");
  const at = (after: string | null) => (after ? paths.desk.ticketPart(number, "time", { after }) : null);
  const { totals } = time;
  const columns: Column<Entry>[] = [
    { label: t("contracts:time.on"), cell: (row) => <TimeText at={row.startedAt} style="dateTime" className="num" /> },
    { label: t("contracts:time.who"), heading: true, cell: (row) => <bdi>{row.person.name}</bdi> },
    {
      label: t("contracts:time.note"),
      cell: (row) => (
        <span className="wrap-anywhere">
          {row.note} {row.endedAt ? null : <Chip tone="ok">{t("contracts:time.running")}</Chip>}{" "}
          {row.billable ? null : <Chip>{t("contracts:time.unbilled")}</Chip>}{" "}
          {row.contract?.draws ? <Chip tone="info">{row.contract.number}</Chip> : null}
        </span>
      ),
    },
    { label: t("contracts:time.spent"), end: true, cell: (row) => spentWords(row.seconds, locale) },
    {
      label: t("contracts:time.cost"),
      end: true,
      cell: (row) =>
        row.cost ? <span suppressHydrationWarning>{formatMoney(row.cost, row.currency, locale)}</span> : "—",
    },
    {
      label: t("contracts:time.edit"),
      labelHidden: true,
      end: true,
      cell: (row) =>
        row.mine ? (
          <a href={`${here}/${row.id}`}>
            {t("contracts:time.edit")}
            <span className="sr">{` ${spentWords(row.seconds, locale)}`}</span>
          </a>
        ) : null,
    },
  ];
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <h1>{title}</h1>
          {time.mayLog ? <TimerButton number={number} timer={time.timer} now={now} /> : null}
          <LinkButton size="sm" href={paths.desk.ticket(number)}>
            {t("contracts:time.back")}
          </LinkButton>
          {totals.seconds > 0 ? (
            <p className="lead num" suppressHydrationWarning>
              {t("contracts:time.sum", {
                total: spentWords(totals.seconds, locale),
                billable: spentWords(totals.billableSeconds, locale),
              })}
              {totals.costs.length ? ` · ${costWords(totals.costs, locale)}` : null}
            </p>
          ) : null}
        </div>
        <div className="sheet-body">
          {time.mayLog ? (
            <Card padded title={t("contracts:time.add")}>
              <Form method="post" className="form" key={page.rows.find((row) => row.mine && row.endedAt)?.id}>
                <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
                <input type="hidden" name="formId" value={failed?.values.formId ?? formId} />
                <TimeFields
                  entry={{ on: time.today, billable: true }}
                  today={time.today}
                  values={failed?.values}
                  errors={failed?.failure.fields}
                />
                <div className="form-actions">
                  <Button variant="primary">{t("contracts:time.save")}</Button>
                </div>
              </Form>
            </Card>
          ) : null}
          <Card>
            {page.rows.length > 0 ? (
              <>
                <Table<Entry> caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
                <Pagination previous={at(page.previous)} next={at(page.next)} />
              </>
            ) : (
              <EmptyState icon={Clock} title={t("contracts:time.empty")} />
            )}
          </Card>
        </div>
      </div>
    </main>
  );
}
