import { Form, useActionData, useLoaderData, useOutletContext } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { listTeams } from "~/domain/identity/list-teams.server";
import { changeQueue } from "~/domain/routing/change-queue.server";
import { getSignatureValues } from "~/domain/routing/get-signature-values.server";
import { readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { ArchiveCard } from "../archive-card";
import type { QueueOutlet } from "./layout";
import { QueueFields } from "./queue-fields";
import { readQueueForm } from "./read-queue-form.server";

export const loader = adminLoader(async (ctx, { params }) => ({
  signatureValues: await getSignatureValues(ctx, idParam(params, "queueId")),
  teams: (await listTeams(ctx)).map(({ id, name, archivedAt }) => ({ id, name, archived: archivedAt !== null })),
}));

export const action = adminAction(async (ctx, { request, params }) => {
  const queueId = idParam(params, "queueId");
  await changeQueue(ctx, queueId, readQueueForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin(`queues/${queueId}`), { key: "desk:toast.saved" });
});

/** How a queue is called and works. */
export default function EditQueue() {
  const { queue } = useOutletContext<QueueOutlet>();
  const { signatureValues, ...loaded } = useLoaderData<typeof loader>();
  const teams = loaded.teams.filter(({ id, archived }) => !archived || id === queue.team?.id);
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <>
      <Card padded>
        {/* Without `?index` the post would go to the frame, which takes none. */}
        <Form method="post" action="?index" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <QueueFields
            signatureValues={signatureValues}
            teams={teams}
            queue={queue}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
      <ArchiveCard action={paths.desk.admin(`queues/${queue.id}/archive`)} archived={queue.archivedAt !== null}>
        {t("desk:admin.archiveQueue")}
      </ArchiveCard>
    </>
  );
}
