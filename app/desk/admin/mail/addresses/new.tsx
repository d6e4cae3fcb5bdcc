import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { addQueueAddress } from "~/domain/routing/add-queue-address.server";
import { queueAddressForm } from "~/domain/routing/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { addressChoices } from "./address-choices.server";
import { AddressFields } from "./address-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { request }) => {
  const queueId = new URL(request.url).searchParams.get("queue");
  const choices = await addressChoices(ctx);
  return {
    title: translator(ctx.locale)("templates:address.new"),
    choices,
    queueId: choices.queues.find(({ id }) => id === queueId)?.id,
  };
});

export const action = adminAction(async (ctx, { request }) => {
  await addQueueAddress(ctx, await readInput(ctx, request, queueAddressForm));
  return redirectWithToast(paths.desk.admin("mail/addresses"), { key: "desk:toast.addressAdded" });
});

/** One more address that mail arrives at. */
export default function NewAddress() {
  const { title, choices, queueId } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("mail/addresses"), label: t("templates:address.title") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <AddressFields
            address={null}
            queueId={queueId}
            choices={choices}
            values={failed?.values}
            errors={failed?.failure.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:facts.add")}</Button>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
