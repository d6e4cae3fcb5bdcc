import { PasswordInput } from "~/components/ui/password-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { AUTHS } from "~/domain/mailroom/imap/imap-schema";
import { useT } from "~/i18n/use-t";
import type { MailboxFieldsProps } from "./mailbox-fields-props";

/** How to get in. Secrets are written, never shown: an empty field keeps what is saved. */
export function SignInFields({ mailbox, values, errors }: MailboxFieldsProps) {
  const t = useT();
  const held = (has: boolean | undefined) =>
    values?.kept ? t("mailadmin:imap.field.secretTyped") : has ? t("mailadmin:imap.field.secretSaved") : undefined;
  return (
    <fieldset className="group fl grid gap-3">
      <legend>{t("mailadmin:imap.signIn")}</legend>
      <TextInput
        name="username"
        label={t("mailadmin:imap.field.username")}
        hint={t("mailadmin:imap.field.usernameHint")}
        defaultValue={values?.username ?? mailbox.username}
        error={errors?.username}
        maxLength={320}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <RadioGroup
        name="auth"
        label={t("mailadmin:imap.field.auth")}
        defaultValue={values?.auth ?? mailbox.auth ?? "password"}
        error={errors?.auth}
        options={AUTHS.map((value) => ({
          value,
          label: t(`mailadmin:imap.auth.${value}`),
          hint: t(`mailadmin:imap.authHint.${value}`),
        }))}
      />
      <div className="group-has-[[name=auth][value=google]:checked]:hidden group-has-[[name=auth][value=microsoft]:checked]:hidden">
        <PasswordInput
          name="password"
          label={t("mailadmin:imap.field.password")}
          hint={held(mailbox.has?.password)}
          error={errors?.password}
          autoComplete="new-password"
        />
      </div>
      <div className="grid gap-3 group-has-[[name=auth][value=password]:checked]:hidden">
        <div className="two">
          <TextInput
            name="clientId"
            label={t("mailadmin:imap.field.clientId")}
            defaultValue={values?.clientId ?? mailbox.clientId}
            error={errors?.clientId}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
          />
          <PasswordInput
            name="clientPassword"
            label={t("mailadmin:imap.field.clientSecret")}
            hint={held(mailbox.has?.clientSecret)}
            error={errors?.clientSecret}
            autoComplete="new-password"
            optional
          />
        </div>
        <div className="group-has-[[name=auth][value=google]:checked]:hidden">
          <TextInput
            name="tenant"
            label={t("mailadmin:imap.field.tenant")}
            hint={t("mailadmin:imap.field.tenantHint")}
            defaultValue={values?.tenant ?? mailbox.tenant}
            error={errors?.tenant}
            maxLength={101}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <PasswordInput
          name="refreshToken"
          label={t("mailadmin:imap.field.refreshToken")}
          hint={held(mailbox.has?.refreshToken) ?? t("mailadmin:imap.field.refreshTokenHint")}
          error={errors?.refreshToken}
          autoComplete="new-password"
        />
      </div>
    </fieldset>
  );
}
