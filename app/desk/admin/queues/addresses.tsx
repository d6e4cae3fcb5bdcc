import { Form, useActionData, useOutletContext } from "@remix-run/react";
import { AtSign } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import { addQueueAddress } from "~/domain/routing/add-queue-address.server";
import { isPattern } from "~/domain/routing/address-pattern";
import { queueAddressForm } from "~/domain/routing/schema";
import { formObject, parse, readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { adminAction, adminLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import type { QueueOutlet } from "./layout";

export const loader = adminLoader(async () => null);

export const action = adminAction(async (ctx, { request, params }) => {
  const queueId = idParam(params, "queueId");
  const form = await readForm(ctx, request);
  await addQueueAddress(ctx, parse(queueAddressForm, { ...formObject(form), queueId }));
  return redirectWithToast(paths.desk.admin(`queues/${queueId}/addresses`), { key: "desk:toast.addressAdded" });
});

/** Where mail for the queue arrives, and which address its mails come from. */
export default function QueueAddresses() {
  const { queue } = useOutletContext<QueueOutlet>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const here = paths.desk.admin(`queues/${queue.id}/addresses`);
  const edit = (address: string) => paths.desk.admin(`mail/addresses/${encodeURIComponent(address)}`);
  return (
    <>
      <Card>
        {queue.addresses.length > 0 ? (
          <ul>
            {queue.addresses.map(({ address, name, primary }) => (
              <li key={address} className="flex flex-wrap items-center gap-2 border-t p-(--pad) first:border-t-0">
                <span className="min-w-0 flex-1">
                  <a className="block font-semibold wrap-anywhere" href={edit(address)}>
                    {address}
                  </a>
                  {name ? <bdi className="muted small wrap-anywhere">{name}</bdi> : null}
                </span>
                {primary ? <Chip tone="brand">{t("desk:admin.primary")}</Chip> : null}
                {isPattern(address) ? <Chip>{t("templates:address.pattern")}</Chip> : null}
                {primary || isPattern(address) ? null : (
                  <Form method="post" action={`${here}/primary`}>
                    <input type="hidden" name="address" value={address} />
                    <Button size="sm" aria-label={t("desk:admin.makePrimaryOf", { address })}>
                      {t("desk:admin.makePrimary")}
                    </Button>
                  </Form>
                )}
                <Form method="post" action={`${here}/removal`}>
                  <input type="hidden" name="address" value={address} />
                  <Button size="sm" variant="ghost" aria-label={t("desk:admin.removeOf", { name: address })}>
                    {t("desk:facts.remove")}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon={AtSign} title={t("desk:admin.noAddresses")}>
            {t("desk:admin.noAddressesText")}
          </EmptyState>
        )}
      </Card>
      <Card padded id="add-address" title={t("desk:admin.addAddress")}>
        <Form method="post" className="form" key={queue.addresses.length}>
          <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
          <div className="two">
            <TextInput
              name="address"
              inputMode="email"
              label={t("desk:admin.address")}
              hint={t("templates:address.addressHint")}
              defaultValue={failed?.values.address}
              error={failed?.failure.fields.address}
              required
              maxLength={254}
              autoComplete="off"
            />
            <TextInput
              name="name"
              label={t("desk:admin.senderName")}
              hint={t("desk:admin.senderNameHint")}
              defaultValue={failed?.values.name}
              error={failed?.failure.fields.name}
              maxLength={80}
              autoComplete="off"
              optional
            />
          </div>
          <div className="form-actions">
            <Button variant="primary">{t("desk:facts.add")}</Button>
            <a className="small" href={paths.desk.admin("mail/addresses/new", { queue: queue.id })}>
              {t("templates:address.more")}
            </a>
          </div>
        </Form>
      </Card>
    </>
  );
}
