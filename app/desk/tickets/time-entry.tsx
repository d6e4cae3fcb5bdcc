import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { dayIn } from "~/domain/sla/contract-period";
import { writeTimeSpent } from "~/domain/sla/time-entry-duration";
import { changeTimeForm } from "~/domain/sla/time-entry-schema";
import { isForgotten } from "~/domain/sla/timer";
import { changeTime } from "~/domain/tickets/change-time.server";
import { getTicketTimeEntry } from "~/domain/tickets/get-ticket-time-entry.server";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam, ticketNumber } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { forbidden } from "~/lib/errors";
import type { DeskHandle } from "../desk-handle";
import { keepWhileTyping } from "../keep-while-typing";
import { useDrawn } from "../use-drawn";
import { TimeFields } from "./time-fields";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const number = ticketNumber(params);
  const entry = await getTicketTimeEntry(ctx, number, idParam(params, "entryId"));
  if (!entry.mine) throw forbidden();
  return {
    title: translator(ctx.locale)("contracts:time.of", { number }),
    number,
    id: entry.id,
    version: entry.version,
    person: entry.person.name,
    running: entry.endedAt === null,
    forgotten: entry.endedAt === null && isForgotten(entry.startedAt, ctx.now),
    today: dayIn(ctx.timeZone, ctx.now),
    fields: {
      on: dayIn(ctx.timeZone, entry.startedAt),
      spent: writeTimeSpent(entry.seconds),
      billable: entry.billable,
      note: entry.note,
    },
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  await changeTime(ctx, number, idParam(params, "entryId"), await readInput(ctx, request, changeTimeForm));
  return redirectWithToast(paths.desk.ticketPart(number, "time"), { key: "desk:toast.saved" });
});

/** After a conflict the page learns the version that is saved now: saving once more is meant. */
export const shouldRevalidate = keepWhileTyping(({ actionStatus }) => actionStatus === 409);

/** One entry of the time log: what it says, or how long a forgotten timer really ran. */
export default function TimeEntry() {
  const { title, number, id, version, person, running, forgotten, today, fields } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const values = failed?.values;
  const drawn = useDrawn(version);
  // Only who was told of a newer entry may replace or remove it.
  const seen = failed?.failure.code === "contracts:error.changed" ? version : (values?.version ?? drawn);
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <h1>{title}</h1>
          <p className="lead">
            <bdi>{person}</bdi>
          </p>
        </div>
        <div className="sheet-body">
          {forgotten ? (
            <Banner tone="warn" title={t("contracts:time.forgotten")}>
              {t("contracts:time.forgottenText")}
            </Banner>
          ) : running ? (
            <Banner tone="info" title={t("contracts:time.stillRunning")} />
          ) : null}
          <Card padded>
            <Form method="post" className="form">
              <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
              <input type="hidden" name="version" value={seen} />
              <TimeFields entry={fields} today={today} values={values} errors={failed?.failure.fields} />
              <div className="form-actions">
                <Button variant="primary">{t(running ? "contracts:time.end" : "desk:admin.save")}</Button>
                <LinkButton href={paths.desk.ticketPart(number, "time")}>{t("common:cancel")}</LinkButton>
              </div>
            </Form>
          </Card>
          <Card padded>
            <Form method="post" action={paths.desk.ticketPart(number, `time/${id}/removal`)}>
              <input type="hidden" name="version" value={seen} />
              <Button variant="danger" size="sm">
                {t("contracts:time.delete")}
              </Button>
            </Form>
          </Card>
        </div>
      </div>
    </main>
  );
}
