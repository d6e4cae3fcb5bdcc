import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { listQueueNames } from "~/domain/identity/list-queue-names.server";
import { changeRequestType } from "~/domain/routing/change-request-type.server";
import { listRequestTypesForAdmin } from "~/domain/routing/list-request-types-for-admin.server";
import { inLanguage } from "~/domain/routing/schema";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import { Sheet } from "../../sheet";
import { ArchiveCard } from "../archive-card";
import { readTypeForm } from "./read-request-type-form.server";
import { TypeFields } from "./request-type-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const typeId = idParam(params, "typeId");
  const [types, queues] = await Promise.all([listRequestTypesForAdmin(ctx), listQueueNames(ctx)]);
  const type = types.find(({ id }) => id === typeId);
  if (!type) throw notFound();
  const offered = queues.some(({ id }) => id === type.queue.id) ? queues : [...queues, type.queue];
  return { title: inLanguage(type.name, ctx.locale), type, queues: offered };
});

export const action = adminAction(async (ctx, { request, params }) => {
  await changeRequestType(ctx, idParam(params, "typeId"), readTypeForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin("types"), { key: "desk:toast.saved" });
});

/** A request type's words, queue and first priority. */
export default function EditType() {
  const { title, type, queues } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={<bdi>{title}</bdi>}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("types"), label: t("desk:admin.types") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <TypeFields
            type={{ ...type, queueId: type.queue.id }}
            queues={queues}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.admin("types")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <ArchiveCard action={paths.desk.admin(`types/${type.id}/archive`)} archived={type.archivedAt !== null}>
        {t("desk:admin.archiveType")}
      </ArchiveCard>
    </Sheet>
  );
}
