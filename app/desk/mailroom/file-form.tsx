import { Form } from "@remix-run/react";
import { Button, LinkButton } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { RadioGroup, type RadioOption } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import type { SimilarContacts } from "~/domain/mailroom/list-similar-contacts.server";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";

type Props = { contacts: SimilarContacts | null; failed: Failure | undefined; back: string };

/** Puts the mail into the file of a contact or an organization: those it may be about first, any other by its name. */
export function FileForm({ contacts, failed, back }: Props) {
  const t = useT();
  const people = [...(contacts?.known ? [contacts.known] : []), ...(contacts?.similar ?? [])].filter(
    ({ staff }) => !staff,
  );
  const organizations = new Map(
    people.flatMap(({ organizationId, organization }) =>
      organizationId && organization ? [[organizationId, organization] as const] : [],
    ),
  );
  const options: RadioOption[] = [
    ...(contacts && !contacts.known ? [{ value: "sender", label: t("mailroom:file.sender") }] : []),
    ...people.map(({ id, name, address }) => ({
      value: `person:${id}`,
      label: <bdi>{name || address}</bdi>,
      hint: address,
    })),
    ...[...organizations].map(([id, name]) => ({
      value: `organization:${id}`,
      label: <bdi>{name}</bdi>,
      hint: t("mailroom:file.organization"),
    })),
    { value: "other", label: t("mailroom:file.other") },
  ];
  return (
    <Form method="post" className="form mail-form">
      <input type="hidden" name="kind" value="file" />
      <FormErrors message={failed?.failure.message} errors={failed?.failure.fields} />
      {options.length > 1 ? (
        <RadioGroup
          name="to"
          label={t("mailroom:file.to")}
          options={options}
          defaultValue={failed?.values.to ?? options[0]?.value}
          error={failed?.failure.fields.to}
        />
      ) : (
        <input type="hidden" name="to" value="other" />
      )}
      <TextInput
        name="other"
        label={t("mailroom:file.otherLabel")}
        hint={t("mailroom:file.otherHint")}
        maxLength={320}
        autoComplete="off"
        defaultValue={failed?.values.other ?? ""}
        error={failed?.failure.fields.other}
      />
      <div className="form-actions">
        <Button variant="primary">{t("mailroom:file.submit")}</Button>
        <LinkButton href={back}>{t("common:cancel")}</LinkButton>
      </div>
    </Form>
  );
}
