import { Checkbox } from "~/components/ui/checkbox";
import { fieldId } from "~/components/ui/field";
import { FilledPreview } from "~/components/ui/filled-preview";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { VariableList } from "~/components/ui/variable-list";
import { ASSIGNMENTS } from "~/domain/routing/schema";
import { SEND_MODES } from "~/domain/tickets/states";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { SIGNATURE_VARIABLES, type SignatureVariable } from "~/lib/signature-words";
import { signatureMeaning } from "../signature-meaning";
import { AssignmentFields } from "./assignment-fields";

type Props = {
  queue: {
    name?: string;
    assignment?: string;
    sendMode?: string;
    locale?: string;
    receipt?: boolean;
    signature?: string;
    lastAgent?: boolean;
    languageFit?: string;
    regionFit?: string;
    idleMinutes?: number | null;
    team?: { id: string; name: string } | null;
  };
  /** those on offer */
  teams: readonly { id: string; name: string }[];
  /** what was typed, when the form came back */
  values: Record<string, string> | undefined;
  /** what the signature is shown with */
  signatureValues: Record<SignatureVariable, string>;
  errors: Record<string, string> | undefined;
};

/** How a queue is called and works. */
export function QueueFields({ queue, teams, values, errors, signatureValues }: Props) {
  const t = useT();
  return (
    <>
      <TextInput
        name="name"
        label={t("desk:admin.name")}
        defaultValue={values?.name ?? queue.name}
        error={errors?.name}
        required
        maxLength={80}
      />
      <RadioGroup
        name="assignment"
        label={t("desk:admin.assignment")}
        defaultValue={values?.assignment ?? queue.assignment ?? "manual"}
        error={errors?.assignment}
        cards
        options={ASSIGNMENTS.map((value) => ({
          value,
          label: t(`agents:queue.assignment.${value}`),
          hint: t(`agents:queue.assignmentHint.${value}`),
        }))}
      />
      <AssignmentFields queue={queue} values={values} errors={errors} />
      <Select
        name="teamId"
        label={t("agents:queue.team")}
        hint={t("agents:queue.teamHint")}
        placeholder={t("agents:queue.noTeam")}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values ? (values.teamId ?? "") : (queue.team?.id ?? "")}
        error={errors?.teamId}
      />
      <div className="two">
        <Select
          name="sendMode"
          label={t("desk:admin.sendMode")}
          hint={t("desk:admin.sendModeHint")}
          defaultValue={values?.sendMode ?? queue.sendMode ?? "wait"}
          error={errors?.sendMode}
          options={SEND_MODES.map((mode) => ({ value: mode, label: t(`desk:admin.sendMode.${mode}`) }))}
        />
        <Select
          name="locale"
          label={t("desk:admin.queueLocale")}
          hint={t("desk:admin.queueLocaleHint")}
          defaultValue={values?.locale ?? queue.locale ?? "en"}
          error={errors?.locale}
          options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        />
      </div>
      <Checkbox
        name="receipt"
        value="yes"
        label={t("desk:admin.receipt")}
        hint={t("desk:admin.receiptHint")}
        defaultChecked={values ? values.receipt === "yes" : (queue.receipt ?? true)}
      />
      <TextArea
        name="signature"
        label={t("desk:admin.signature")}
        hint={t("desk:admin.signatureHint")}
        rows={3}
        defaultValue={values?.signature ?? queue.signature}
        error={errors?.signature}
        optional
      />
      <VariableList
        label={t("templates:signature.variables")}
        into={[fieldId("signature")]}
        insertLabel={(name) => t("templates:insert", { name })}
        variables={SIGNATURE_VARIABLES.map((name) => ({ name, meaning: signatureMeaning(t, name) }))}
      />
      <FilledPreview
        label={t("templates:signature.preview")}
        of={fieldId("signature")}
        text={values?.signature ?? queue.signature ?? ""}
        values={signatureValues}
      />
    </>
  );
}
