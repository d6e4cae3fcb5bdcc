import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { listTeams } from "~/domain/identity/list-teams.server";
import { createQueue } from "~/domain/routing/create-queue.server";
import { getSignatureValues } from "~/domain/routing/get-signature-values.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { QueueFields } from "./queue-fields";
import { readQueueForm } from "./read-queue-form.server";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("desk:admin.newQueue"),
  signatureValues: await getSignatureValues(ctx),
  teams: (await listTeams(ctx)).filter(({ archivedAt }) => !archivedAt).map(({ id, name }) => ({ id, name })),
}));

export const action = adminAction(async (ctx, { request }) => {
  const { queueId } = await createQueue(ctx, readQueueForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin(`queues/${queueId}/addresses`), { key: "desk:toast.queueMade" });
});

/** A new queue; its addresses and members follow on the next pages. */
export default function NewQueue() {
  const { title, teams, signatureValues } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("queues"), label: t("desk:admin.queues") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <QueueFields
            signatureValues={signatureValues}
            teams={teams}
            queue={{}}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.admin("queues")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
