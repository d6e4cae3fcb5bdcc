import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { ChangeEvent } from "react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { FormErrors } from "~/components/ui/form-errors";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { getDeskChoices } from "~/domain/tickets/get-desk-choices.server";
import { openTicketForCustomer } from "~/domain/tickets/open-ticket-for-customer.server";
import { MAX_SUBJECT, openForCustomerForm } from "~/domain/tickets/schema";
import { PRIORITIES, priorityCode } from "~/domain/tickets/states";
import { formObject, parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { formatSize } from "~/i18n/format";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { newId } from "~/lib/id";
import type { DeskHandle } from "../desk-handle";
import { Sheet } from "../sheet";
import { CustomerFields } from "./customer-fields";

export const handle: DeskHandle = { desk: { cols: 2, pane: "main" } };
export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const { searchParams } = new URL(request.url);
  const { queues, types } = await getDeskChoices(ctx);
  const own = queues.find(({ id }) => ctx.actor.queueIds.includes(id));
  const given = (name: string) => searchParams.get(name) ?? undefined;
  return {
    title: translator(ctx.locale)("desk:new.title"),
    formId: newId(),
    queues,
    types,
    start: { email: given("email"), name: given("name"), queueId: given("queue") ?? own?.id },
  };
});

export const action = agentAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  const tags = String(form.get("tags") ?? "")
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
  const input = parse(openForCustomerForm, { ...formObject(form), tags });
  const { number } = await openTicketForCustomer(ctx, input);
  const sees = ctx.actor.role === "administrator" || ctx.actor.queueIds.includes(input.queueId);
  return redirectWithToast(sees ? paths.desk.ticket(number) : paths.desk.tickets(), {
    key: sees ? "desk:toast.opened" : "desk:toast.openedElsewhere",
    params: { number },
  });
});

/** An agent writes down what somebody asked by telephone, or writes first. */
export default function NewTicket() {
  const { formId, queues, types, start } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { t, locale } = useI18n();
  const sending = useNavigation().formAction?.startsWith(paths.desk.newTicket()) ?? false;
  const values: Record<string, string | undefined> = failed?.values ?? start;
  const errors = fieldErrors(failed);
  const uploads = failed?.uploads ?? [];
  const suppressed = failed?.failure.code === "replies:error.suppressed";
  return (
    <Sheet slim title={t("desk:new.title")} lead={t("desk:new.lead")}>
      <Card padded>
        <Form method="post" encType="multipart/form-data" className="form" onChange={followType(types)}>
          <FormErrors message={failed?.failure.message} errors={errors} />
          <input type="hidden" name="formId" value={values.formId ?? formId} />
          {suppressed ? <input type="hidden" name="confirmed" value="true" /> : null}
          <CustomerFields values={values} errors={errors} />
          <div className="two">
            <Select
              name="typeId"
              label={t("tickets:field.type")}
              defaultValue={values.typeId}
              error={errors.typeId}
              placeholder={t("desk:edit.noType")}
              options={types.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="queueId"
              label={t("tickets:field.queue")}
              defaultValue={values.queueId}
              error={errors.queueId}
              options={queues.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="priority"
              label={t("tickets:field.priority")}
              defaultValue={values.priority ?? "normal"}
              error={errors.priority}
              options={PRIORITIES.map((p) => ({ value: p, label: `${priorityCode(p)} ${t(`tickets:priority.${p}`)}` }))}
            />
            <TextInput
              name="tags"
              label={t("tickets:field.tags")}
              hint={t("desk:edit.tagsHint")}
              defaultValue={values.tags}
              error={errors.tags}
              optional
            />
          </div>
          <TextInput
            name="subject"
            label={t("tickets:field.subject")}
            defaultValue={values.subject}
            error={errors.subject}
            required
            maxLength={MAX_SUBJECT}
          />
          <RadioGroup
            name="kind"
            label={t("desk:new.kind")}
            defaultValue={values.kind === "note" ? "note" : "public"}
            error={errors.kind}
            cards
            options={[
              { value: "public", label: t("desk:compose.reply"), hint: t("desk:new.publicHint") },
              { value: "note", label: t("desk:compose.note"), hint: t("desk:new.noteHint") },
            ]}
          />
          <TextArea
            name="text"
            label={t("tickets:field.text")}
            rows={8}
            className="min-h-40"
            defaultValue={values.text}
            error={errors.text}
            required
          />
          <TextInput
            name="cc"
            label={t("desk:compose.cc")}
            inputMode="email"
            autoComplete="off"
            defaultValue={values.cc}
            error={errors.cc}
            optional
          />
          {uploads.length > 0 ? (
            <fieldset className="fl">
              <legend>{t("desk:new.kept")}</legend>
              <div className="picks">
                {uploads.map(({ id, name, size }) => (
                  <Checkbox
                    key={id}
                    id={`kept-${id}`}
                    name="files"
                    value={id}
                    defaultChecked
                    label={
                      <>
                        <bdi className="wrap-anywhere">{name}</bdi>{" "}
                        <span className="faint num">{formatSize(size, locale)}</span>
                      </>
                    }
                  />
                ))}
              </div>
            </fieldset>
          ) : null}
          <FileInput
            key={uploads.map(({ id }) => id).join()}
            name="files"
            label={t("tickets:field.attachments")}
            error={errors.files}
            multiple
            optional
          />
          <div className="form-actions">
            <Button variant="primary" busy={sending}>
              {t(suppressed ? "replies:suppressed.openAnyway" : "desk:new.do")}
            </Button>
            <LinkButton href={paths.desk.tickets()}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}

/** Errors by field; what is wrong with one address of a list is said at the list. */
const fieldErrors = (failed: Failure | undefined): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(failed?.failure.fields ?? {}).map(([path, error]) => [path.split(".")[0], error]));

/** A chosen request type brings its queue along; the queue can still be changed. */
const followType = (types: readonly { id: string; queueId: string }[]) => (event: ChangeEvent<HTMLFormElement>) => {
  const { name, value, form } = event.target as unknown as HTMLSelectElement;
  const queueId = name === "typeId" ? types.find(({ id }) => id === value)?.queueId : undefined;
  const queue = form?.elements.namedItem("queueId");
  if (queueId && queue instanceof HTMLSelectElement) queue.value = queueId;
};
