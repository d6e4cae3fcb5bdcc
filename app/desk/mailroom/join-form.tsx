import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { TextInput } from "~/components/ui/text-input";
import type { MailFacts } from "~/domain/mailroom/mail-views";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";

type Props = { mail: MailFacts; failed: Failure | undefined; back: string };

/** Adds the mail to a ticket by its number; says what that makes of the sender. */
export function JoinForm({ mail, failed, back }: Props) {
  const t = useT();
  const name = mail.fromName || mail.fromAddress;
  return (
    <Form method="post" className="form mail-form">
      <input type="hidden" name="kind" value="join" />
      <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
      <TextInput
        name="number"
        label={t("mailroom:join.number")}
        hint={name ? t("mailroom:join.participant", { name }) : undefined}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        required
        defaultValue={failed?.values.number ?? mail.named?.number ?? ""}
        error={failed?.failure.fields.number}
      />
      <div className="form-actions">
        <Button variant="primary">{t("mailroom:join.submit")}</Button>
        <LinkButton href={back}>{t("common:cancel")}</LinkButton>
      </div>
    </Form>
  );
}
