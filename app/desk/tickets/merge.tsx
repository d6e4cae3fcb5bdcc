import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import { getTicketForDesk } from "~/domain/tickets/get-ticket-for-desk.server";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { mergeForm } from "~/domain/tickets/schema";
import { readInput } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../desk-handle";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

/** How long the toast offers to take it back; the tickets' own pages offer it as long as it stands. */
const UNDO_MS = 30_000;

export const loader = agentLoader(async (ctx, { params }) => {
  const { number, subject, requester, requesterTickets } = await getTicketForDesk(ctx, ticketNumber(params));
  const title = translator(ctx.locale)("desk:merge.title", { number });
  return { title, number, subject, requester: requester.name, others: requesterTickets.recent };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const from = ticketNumber(params);
  const { into: named } = await readInput(ctx, request, mergeForm);
  const { into } = await mergeTickets(ctx, from, named);
  const undo = {
    action: paths.desk.ticketPart(from, "merge/undo"),
    until: new Date(ctx.now.getTime() + UNDO_MS).toISOString(),
  };
  return redirectWithToast(paths.desk.ticket(into), { key: "desk:toast.merged", params: { from, into }, undo });
});

/** Points this ticket at another; the customer's other tickets are one press away. */
export default function MergeTicket() {
  const { number, subject, requester, others } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <h1>{t("desk:merge.title", { number })}</h1>
          <p className="lead">{t("desk:merge.lead", { subject })}</p>
        </div>
        <div className="sheet-body">
          <Card padded>
            <Form method="post" className="form">
              <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
              <TextInput
                name="into"
                label={t("desk:merge.into")}
                inputMode="numeric"
                pattern="[0-9]+"
                required
                defaultValue={failed?.values.into}
                error={failed?.failure.fields.into}
              />
              <div className="form-actions">
                <Button variant="primary">{t("desk:merge.do")}</Button>
                <LinkButton href={paths.desk.ticket(number)}>{t("common:cancel")}</LinkButton>
              </div>
            </Form>
          </Card>
          {others.length > 0 ? (
            <Card padded title={t("desk:merge.others", { name: requester })}>
              <Form method="post" className="grid gap-2">
                {others.map((other) => (
                  <Button key={other.number} name="into" value={other.number} wide>
                    #{other.number} {other.subject}
                  </Button>
                ))}
              </Form>
            </Card>
          ) : null}
        </div>
      </div>
    </main>
  );
}
