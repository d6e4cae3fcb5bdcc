import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { TextArea } from "~/components/ui/text-area";
import { z } from "zod";
import { editMessage } from "~/domain/tickets/edit-message.server";
import { getMessageVersions } from "~/domain/tickets/get-message-versions.server";
import { MAX_TEXT } from "~/domain/tickets/schema";
import { readInput } from "~/http/forms.server";
import { idParam, ticketNumber } from "~/http/params.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { TimeText } from "~/i18n/time-text";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import type { DeskHandle } from "../desk-handle";

export { DeskError as ErrorBoundary } from "../desk-error";

export const handle: DeskHandle = { desk: { cols: 3, pane: "main" } };

const form = z.object({
  text: z.string({ error: "tickets:error.text" }).trim().min(1, "tickets:error.text").max(MAX_TEXT),
});

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => ({
  title: translator(ctx.locale)("desk:editMessage.title", { number: ticketNumber(params) }),
  number: ticketNumber(params),
  message: await getMessageVersions(ctx, idParam(params, "messageId")),
}));

export const action = agentAction(async (ctx, { request, params }) => {
  const { text } = await readInput(ctx, request, form);
  await editMessage(ctx, idParam(params, "messageId"), text);
  return redirectWithToast(paths.desk.ticket(ticketNumber(params)), { key: "desk:toast.edited" });
});

/** A message's words now and before; its author may change them, and what stood there is kept. */
export default function MessagePage() {
  const { number, message } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <main id="main" className="main" tabIndex={-1}>
      <div className="sheet slim">
        <div className="sheet-head">
          <h1>{t("desk:editMessage.title", { number })}</h1>
          {message.mailed ? <p className="lead">{t("desk:editMessage.mailed")}</p> : null}
        </div>
        <div className="sheet-body">
          {message.editable ? (
            <Card padded>
              <Form method="post" className="form">
                <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
                <TextArea
                  name="text"
                  label={t("desk:editMessage.text")}
                  rows={8}
                  defaultValue={failed?.values.text ?? message.text}
                  error={failed?.failure.fields.text}
                  required
                />
                <div className="form-actions">
                  <Button variant="primary">{t("desk:edit.save")}</Button>
                  <LinkButton href={paths.desk.ticket(number)}>{t("common:cancel")}</LinkButton>
                </div>
              </Form>
            </Card>
          ) : (
            <Card padded>
              <p className="whitespace-pre-line">{message.text}</p>
            </Card>
          )}
          {message.versions.map((version) => (
            <Card key={version.version} padded title={t("desk:editMessage.version", { version: version.version })}>
              <p className="muted xs">
                {t("desk:editMessage.until")} <TimeText at={version.until} style="dateTime" />
              </p>
              <p className="whitespace-pre-line">{version.text}</p>
            </Card>
          ))}
        </div>
      </div>
    </main>
  );
}
