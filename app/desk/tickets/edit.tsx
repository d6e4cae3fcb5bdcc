import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { changeTicket } from "~/domain/tickets/change-ticket.server";
import { findBreachAtOnce } from "~/domain/tickets/find-breach-at-once.server";
import { getDeskChoices } from "~/domain/tickets/get-desk-choices.server";
import { listCoverForTicket } from "~/domain/tickets/list-cover-for-ticket.server";
import { getTicketForDesk } from "~/domain/tickets/get-ticket-for-desk.server";
import { changeTicketForm } from "~/domain/tickets/schema";
import { PRIORITIES, priorityCode } from "~/domain/tickets/states";
import { parse, readForm } from "~/http/forms.server";
import { ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../desk-handle";
import { changedToast } from "./clocks/changed-toast.server";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const [ticket, choices, cover] = await Promise.all([
    getTicketForDesk(ctx, ticketNumber(params)),
    getDeskChoices(ctx),
    listCoverForTicket(ctx, ticketNumber(params)),
  ]);
  const { number, subject, queue, type, assignee, priority, status, tags, state, allowed } = ticket;
  return {
    title: translator(ctx.locale)("desk:edit.title", { number }),
    ticket: { number, subject, queue, type, assignee, priority, status, tags, state, allowed },
    choices,
    cover,
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const number = ticketNumber(params);
  const form = await readForm(ctx, request);
  const text = (name: string) => String(form.get(name) ?? "");
  const input = parse(changeTicketForm, {
    subject: text("subject"),
    queueId: text("queueId"),
    statusId: text("statusId"),
    priority: text("priority"),
    typeId: text("typeId") || null,
    assigneeId: text("assigneeId") || null,
    ...(form.has("assetId") && { assetId: text("assetId") || null }),
    ...(form.has("contractId") && { contractId: text("contractId") || null }),
    tags: text("tags")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  });
  await changeTicket(ctx, number, input);
  return redirectWithToast(paths.desk.ticket(number), changedToast(ctx, await findBreachAtOnce(ctx, number)));
});

/** Every field of a ticket in one form. */
export default function EditTicket() {
  const { ticket, choices, cover } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const values = failed?.values ?? {};
  const errors = failed?.failure.fields ?? {};
  const reachable = choices.statuses.filter((s) => s.state === ticket.state || ticket.allowed.moves.includes(s.state));
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <h1>{t("desk:edit.title", { number: ticket.number })}</h1>
        </div>
        <div className="sheet-body">
          <Card padded>
            <Form method="post" className="form">
              <FormErrors message={failed?.failure.message} errors={failed ? errors : undefined} />
              <TextInput
                name="subject"
                label={t("tickets:field.subject")}
                defaultValue={values.subject ?? ticket.subject}
                error={errors.subject}
                required
                maxLength={200}
              />
              <div className="two">
                <Select
                  id="queue"
                  name="queueId"
                  label={t("tickets:field.queue")}
                  defaultValue={values.queueId ?? ticket.queue.id}
                  error={errors.queueId}
                  options={choices.queues.map((q) => ({ value: q.id, label: q.name }))}
                />
                <Select
                  name="assigneeId"
                  label={t("tickets:field.assignee")}
                  defaultValue={values.assigneeId ?? ticket.assignee?.id ?? ""}
                  error={errors.assigneeId}
                  options={[
                    { value: "", label: t("desk:facts.nobody") },
                    ...choices.agents.map((a) => ({ value: a.id, label: a.name })),
                  ]}
                />
              </div>
              <div className="two">
                <Select
                  name="statusId"
                  label={t("tickets:field.status")}
                  defaultValue={values.statusId ?? ticket.status.id}
                  error={errors.statusId}
                  options={reachable.map((s) => ({ value: s.id, label: s.name ?? t(`tickets:state.${s.state}`) }))}
                />
                <Select
                  name="priority"
                  label={t("tickets:field.priority")}
                  defaultValue={values.priority ?? ticket.priority}
                  options={PRIORITIES.map((p) => ({
                    value: p,
                    label: `${priorityCode(p)} ${t(`tickets:priority.${p}`)}`,
                  }))}
                />
              </div>
              <Select
                name="typeId"
                label={t("tickets:field.type")}
                defaultValue={values.typeId ?? ticket.type?.id ?? ""}
                options={[
                  { value: "", label: t("desk:edit.noType") },
                  ...choices.types.map((y) => ({ value: y.id, label: y.name })),
                ]}
              />
              {cover.assets.length > 0 ? (
                <Select
                  name="assetId"
                  label={t("contracts:asset")}
                  defaultValue={values.assetId ?? cover.assetId ?? ""}
                  error={errors.assetId}
                  options={[
                    { value: "", label: t("contracts:edit.noAsset") },
                    ...cover.assets.map((a) => ({
                      value: a.id,
                      label: [a.name, a.serial].filter(Boolean).join(" · "),
                    })),
                  ]}
                />
              ) : null}
              {cover.contracts.length > 0 ? (
                <Select
                  id="contract"
                  name="contractId"
                  label={t("contracts:contract")}
                  hint={t("contracts:edit.contractHint")}
                  defaultValue={values.contractId ?? cover.contractId ?? ""}
                  error={errors.contractId}
                  options={[
                    { value: "", label: t("contracts:edit.noContract") },
                    ...cover.contracts.map((c) => ({ value: c.id, label: `${c.number} · ${c.name}` })),
                  ]}
                />
              ) : null}
              <TextInput
                name="tags"
                label={t("tickets:field.tags")}
                hint={t("desk:edit.tagsHint")}
                defaultValue={values.tags ?? ticket.tags.join(", ")}
                error={errors.tags}
              />
              <div className="form-actions">
                <Button variant="primary">{t("desk:edit.save")}</Button>
                <LinkButton href={paths.desk.ticket(ticket.number)}>{t("common:cancel")}</LinkButton>
              </div>
            </Form>
          </Card>
        </div>
      </div>
    </main>
  );
}
