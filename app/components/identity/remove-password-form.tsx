import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { PasswordInput } from "~/components/ui/password-input";
import { useT } from "~/i18n/use-t";
import { FailureErrors } from "./failure-errors";

type Failure = { failure: { message: string; fields: Record<string, string> } };

/** Asks for the password once more before it goes. */
export function RemovePasswordForm({ backHref, failed }: { backHref: string; failed?: Failure }) {
  const t = useT();
  return (
    <Form method="post" className="form">
      <FailureErrors of={failed} />
      <PasswordInput
        name="current"
        label={t("identity:field.currentPassword")}
        autoComplete="current-password"
        required
        error={failed?.failure.fields.current}
      />
      <div className="form-actions">
        <Button variant="danger">{t("identity:password.remove")}</Button>
        <LinkButton href={backHref}>{t("identity:cancel")}</LinkButton>
      </div>
    </Form>
  );
}
