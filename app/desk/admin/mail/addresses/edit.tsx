import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { FormErrors } from "~/components/ui/form-errors";
import { changeQueueAddress } from "~/domain/routing/change-queue-address.server";
import { getQueueAddress } from "~/domain/routing/get-queue-address.server";
import { queueAddressForm } from "~/domain/routing/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { addressChoices } from "./address-choices.server";
import { AddressFields } from "./address-fields";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx, { params }) => {
  const address = await getQueueAddress(ctx, params.address ?? "");
  return { title: address.address, address, choices: await addressChoices(ctx, address.queue.id) };
});

export const action = adminAction(async (ctx, { request, params }) => {
  const address = params.address ?? "";
  await changeQueueAddress(ctx, address, await readInput(ctx, request, queueAddressForm.omit({ address: true })));
  return redirectWithToast(paths.desk.admin(`mail/addresses/${encodeURIComponent(address)}`), {
    key: "desk:toast.saved",
  });
});

/** What tickets by mail to one address start with. */
export default function EditAddress() {
  const { address, choices } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={
        <>
          <bdi>{address.address}</bdi> {address.primary ? <Chip tone="brand">{t("desk:admin.primary")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("mail/addresses"), label: t("templates:address.title") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <AddressFields address={address} choices={choices} values={failed?.values} errors={failed?.failure.fields} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
          </div>
        </Form>
      </Card>
      <Card padded id="remove" title={t("templates:address.remove")}>
        <p className="muted small mb-3">{t("templates:address.removeText")}</p>
        <Form method="post" action={paths.desk.admin(`queues/${address.queue.id}/addresses/removal`)}>
          <input type="hidden" name="address" value={address.address} />
          <Button variant="danger">{t("templates:address.remove")}</Button>
        </Form>
      </Card>
    </Sheet>
  );
}
