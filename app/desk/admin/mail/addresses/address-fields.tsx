import { fieldId } from "~/components/ui/field";
import { FilledPreview } from "~/components/ui/filled-preview";
import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { VariableList } from "~/components/ui/variable-list";
import type { QueueAddressDetails } from "~/domain/routing/list-queue-addresses.server";
import { PRIORITIES, priorityCode } from "~/domain/tickets/states";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { SIGNATURE_VARIABLES } from "~/lib/signature-words";
import { signatureMeaning } from "../../signature-meaning";
import type { AddressChoices } from "./address-choices.server";

type Props = {
  /** null for a new one */
  address: QueueAddressDetails | null;
  queueId?: string;
  choices: AddressChoices;
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** An address of a queue with what tickets by mail to it start with. */
export function AddressFields({ address, queueId, choices, values, errors }: Props) {
  const t = useT();
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const answer = address?.answer === "template" ? (address.text?.id ?? "queue") : (address?.answer ?? "queue");
  const signature = fieldId("signature");
  return (
    <>
      {address ? null : (
        <TextInput
          name="address"
          label={t("templates:address.address")}
          hint={t("templates:address.addressHint")}
          inputMode="email"
          defaultValue={values?.address}
          error={errors?.address}
          required
          maxLength={254}
          autoComplete="off"
        />
      )}
      <div className="two">
        <Select
          name="queueId"
          label={t("templates:address.queue")}
          options={named(choices.queues)}
          defaultValue={values?.queueId ?? address?.queue.id ?? queueId}
          error={errors?.queueId}
          required
        />
        <TextInput
          name="name"
          label={t("templates:address.name")}
          hint={t("templates:address.nameHint")}
          defaultValue={values?.name ?? address?.name}
          error={errors?.name}
          maxLength={80}
          autoComplete="off"
          optional
        />
      </div>
      <div className="two">
        <Select
          name="locale"
          label={t("templates:address.language")}
          hint={t("templates:address.languageHint")}
          placeholder={t("templates:address.asQueue")}
          options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
          defaultValue={values?.locale ?? address?.locale ?? ""}
          error={errors?.locale}
        />
        <Select
          name="answer"
          label={t("templates:address.answer")}
          hint={t("templates:address.answerHint")}
          options={[
            { value: "queue", label: t("templates:address.answer.queue") },
            { value: "none", label: t("templates:address.answer.none") },
            ...(choices.texts.length ? [{ label: t("templates:own"), options: named(choices.texts) }] : []),
          ]}
          defaultValue={values?.answer ?? answer}
          error={errors?.answer}
        />
      </div>
      <div className="two">
        <Select
          name="typeId"
          label={t("templates:address.type")}
          placeholder={t("templates:address.noType")}
          options={named(choices.types)}
          defaultValue={values?.typeId ?? address?.type?.id ?? ""}
          error={errors?.typeId}
        />
        <Select
          name="priority"
          label={t("templates:address.priority")}
          placeholder={t("templates:address.asType")}
          options={PRIORITIES.map((value) => ({
            value,
            label: `${priorityCode(value)} ${t(`tickets:priority.${value}`)}`,
          }))}
          defaultValue={values?.priority ?? address?.priority ?? ""}
          error={errors?.priority}
        />
      </div>
      <TextInput
        name="tags"
        label={t("templates:address.tags")}
        hint={t("templates:address.tagsHint")}
        defaultValue={values?.tags ?? address?.tags.join(", ")}
        error={errors?.tags}
        autoComplete="off"
        optional
      />
      <TextArea
        name="signature"
        label={t("templates:address.signature")}
        hint={t("templates:address.signatureHint")}
        rows={3}
        maxLength={2000}
        defaultValue={values?.signature ?? address?.signature}
        error={errors?.signature}
        optional
      />
      <VariableList
        label={t("templates:signature.variables")}
        into={[signature]}
        insertLabel={(name) => t("templates:insert", { name })}
        variables={SIGNATURE_VARIABLES.map((name) => ({ name, meaning: signatureMeaning(t, name) }))}
      />
      <FilledPreview
        label={t("templates:signature.preview")}
        of={signature}
        text={values?.signature ?? address?.signature ?? ""}
        values={choices.values}
      />
    </>
  );
}
