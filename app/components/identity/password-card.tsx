import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { PasswordInput } from "~/components/ui/password-input";
import { TimeText } from "~/i18n/time-text";
import { useT } from "~/i18n/use-t";
import { FailureErrors } from "./failure-errors";

type Failure = { failure: { message: string; fields: Record<string, string> } };
type Props = {
  hasPassword: boolean;
  changedAt: string | Date | null;
  minLength: number;
  email: string;
  /** Where the password is removed. */
  removalHref: string;
  failed?: Failure;
};

/** Sets, changes or (at its own page) removes the password. */
export function PasswordCard({ hasPassword, changedAt, minLength, email, removalHref, failed }: Props) {
  const t = useT();
  const { fields = {} } = failed?.failure ?? {};
  return (
    <Card padded id="password" title={t("identity:password.title")}>
      <p className="muted small mb-3">
        {hasPassword && changedAt ? (
          <>
            {t("identity:password.changed")} <TimeText at={changedAt} style="date" />
          </>
        ) : (
          t("identity:password.none")
        )}
      </p>
      <Form method="post" className="form">
        <FailureErrors of={failed} />
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {hasPassword ? (
          <PasswordInput
            name="current"
            label={t("identity:field.currentPassword")}
            autoComplete="current-password"
            required
            error={fields.current}
          />
        ) : null}
        <PasswordInput
          name="password"
          label={t("identity:field.newPassword")}
          hint={t("identity:password.hint", { count: minLength })}
          autoComplete="new-password"
          required
          minLength={minLength}
          error={fields.password}
        />
        <div className="form-actions">
          <Button variant="primary">{t(hasPassword ? "identity:password.change" : "identity:password.set")}</Button>
          {hasPassword ? <a href={removalHref}>{t("identity:password.remove")}</a> : null}
        </div>
      </Form>
    </Card>
  );
}
