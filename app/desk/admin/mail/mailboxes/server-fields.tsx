import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { SECURITIES } from "~/domain/mailroom/imap/imap-schema";
import { useT } from "~/i18n/use-t";
import type { MailboxFieldsProps } from "./mailbox-fields-props";

/** Where the mailbox is, and how the line to it is secured. */
export function ServerFields({ mailbox, values, errors }: MailboxFieldsProps) {
  const t = useT();
  const certificate = values?.certificate ?? mailbox.certificate;
  return (
    <fieldset className="fl grid gap-3">
      <legend>{t("mailadmin:imap.server")}</legend>
      <div className="two">
        <TextInput
          name="host"
          label={t("mailadmin:imap.field.host")}
          hint={t("mailadmin:imap.field.hostHint")}
          defaultValue={values?.host ?? mailbox.host}
          error={errors?.host}
          maxLength={253}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextInput
          name="port"
          label={t("mailadmin:imap.field.port")}
          hint={t("mailadmin:imap.field.portHint")}
          defaultValue={values?.port ?? mailbox.port}
          error={errors?.port}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
        />
      </div>
      <Select
        name="security"
        label={t("mailadmin:imap.field.security")}
        defaultValue={values?.security ?? mailbox.security ?? "tls"}
        error={errors?.security}
        options={SECURITIES.map((value) => ({ value, label: t(`mailadmin:imap.security.${value}`) }))}
      />
      <details open={Boolean(certificate || errors?.certificate)}>
        <summary>{t("mailadmin:imap.ownCertificate")}</summary>
        <div className="mt-3">
          <TextArea
            name="certificate"
            label={t("mailadmin:imap.field.certificate")}
            hint={t("mailadmin:imap.field.certificateHint")}
            defaultValue={certificate}
            error={errors?.certificate}
            rows={5}
            spellCheck={false}
            optional
          />
        </div>
      </details>
    </fieldset>
  );
}
