import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { listQueueNames } from "~/domain/identity/list-queue-names.server";
import { createRequestType } from "~/domain/routing/create-request-type.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../sheet";
import { readTypeForm } from "./read-request-type-form.server";
import { TypeFields } from "./request-type-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("desk:admin.newType"),
  queues: await listQueueNames(ctx),
}));

export const action = adminAction(async (ctx, { request }) => {
  await createRequestType(ctx, readTypeForm(await readForm(ctx, request)));
  return redirectWithToast(paths.desk.admin("types"), { key: "desk:toast.saved" });
});

/** A new choice on the customers' form. */
export default function NewType() {
  const { title, queues } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("types"), label: t("desk:admin.types") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <TypeFields type={{}} queues={queues} values={failed?.values} errors={failed?.failure.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.admin("types")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
