import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";
import { FailureErrors } from "./failure-errors";

type Address = { id: string; address: string; primary: boolean; verified: boolean };
type Failure = { failure: { message: string; fields: Record<string, string> }; values: Record<string, string> };
type Props = {
  addresses: readonly Address[];
  primaryHref: (id: string) => string;
  removalHref: (id: string) => string;
  failed?: Failure;
};

/** One's mail addresses, and a form to add another by a mailed link. */
export function AddressList({ addresses, primaryHref, removalHref, failed }: Props) {
  const t = useT();
  return (
    <>
      <Card id="addresses" title={t("identity:addresses.title")}>
        <ul className="divide-y divide-line">
          {addresses.map(({ id, address, primary, verified }) => (
            <li key={id} className="flex flex-wrap items-center gap-3 px-(--pad) py-3">
              <p className="min-w-0 flex-1 basis-60 wrap-anywhere">
                <bdi>{address}</bdi> {primary ? <Chip tone="brand">{t("identity:addresses.primary")}</Chip> : null}{" "}
                {verified ? null : <Chip tone="warn">{t("identity:addresses.unverified")}</Chip>}
              </p>
              {primary ? null : (
                <>
                  {verified ? (
                    <form method="post" action={primaryHref(id)}>
                      <Button size="sm" aria-label={t("identity:addresses.makePrimaryOf", { address })}>
                        {t("identity:addresses.makePrimary")}
                      </Button>
                    </form>
                  ) : null}
                  <form method="post" action={removalHref(id)}>
                    <Button size="sm" variant="ghost" aria-label={t("identity:addresses.removeOf", { address })}>
                      {t("identity:addresses.remove")}
                    </Button>
                  </form>
                </>
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card padded id="add-address" title={t("identity:addresses.add")}>
        <p className="muted small mb-3">{t("identity:addresses.lead")}</p>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <TextInput
            name="email"
            type="email"
            label={t("identity:field.email")}
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={failed?.values.email}
            error={failed?.failure.fields.email}
          />
          <div className="form-actions">
            <Button variant="primary">{t("identity:addresses.send")}</Button>
          </div>
        </Form>
      </Card>
    </>
  );
}
