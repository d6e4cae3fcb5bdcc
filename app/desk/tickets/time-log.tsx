import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { KeyValue } from "~/components/ui/key-value";
import type { TicketTime } from "~/domain/tickets/log-time-views";
import { paths } from "~/http/paths";
import { useI18n } from "~/i18n/use-t";
import { TimeFields } from "./time-fields";
import { TimeLines } from "./time-lines";
import { costWords, spentWords } from "./time-words";
import { Elapsed, TimerButton } from "./timer-button";

type Props = {
  number: number;
  time: TicketTime;
  formId: string;
  me: string;
  /** ISO instant of loading */ now: string;
};

/** The ticket's time: the reader's timer, what it comes to, the last entries, and a form to type one. */
export function TimeLog({ number, time, formId, me, now }: Props) {
  const { t, locale } = useI18n();
  const { timer, totals, entries, mayLog } = time;
  const elsewhere = timer && timer.number !== number ? timer : null;
  const page = paths.desk.ticketPart(number, "time");
  return (
    <section>
      <div className="hd">
        <h2>{t("contracts:time.title")}</h2>
        <a href={page} className="xs">
          {t("contracts:time.all")}
        </a>
      </div>
      {mayLog ? <TimerButton number={number} timer={timer} now={now} /> : null}
      {elsewhere && mayLog ? (
        <p className="why">
          {t("contracts:timer.elsewhere")}{" "}
          <a href={paths.desk.ticket(elsewhere.number)} className="num">
            #{elsewhere.number}
          </a>
          {", "}
          <Elapsed timer={elsewhere} now={now} />. {t("contracts:timer.startStops")}
        </p>
      ) : null}
      {totals.seconds > 0 ? (
        <div className="mt-2">
          <KeyValue
            items={[
              { label: t("contracts:time.total"), value: spentWords(totals.seconds, locale), num: true },
              { label: t("contracts:time.billable"), value: spentWords(totals.billableSeconds, locale), num: true },
              { label: t("contracts:time.cost"), value: costWords(totals.costs, locale), num: true },
            ]}
          />
        </div>
      ) : null}
      <TimeLines number={number} entries={entries.slice(0, 4)} />
      {mayLog ? (
        <details className="mt-2">
          <summary className="lk xs">{t("contracts:time.add")}</summary>
          <Form method="post" action={page} className="form mt-2" key={ownLatest(time, me)}>
            <input type="hidden" name="formId" value={formId} />
            <input type="hidden" name="to" value="ticket" />
            <TimeFields entry={{ on: time.today, billable: true }} today={time.today} />
            <div className="form-actions">
              <Button size="sm">{t("contracts:time.save")}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

/** One's own newest entry: with it the form starts anew. */
const ownLatest = ({ entries }: TicketTime, me: string): string =>
  entries.find(({ person, endedAt }) => person.id === me && endedAt !== null)?.id ?? "";
