import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { SegmentedControl } from "~/components/ui/segmented-control";
import { Select } from "~/components/ui/select";
import { fieldId } from "~/components/ui/field";
import { FilledPreview } from "~/components/ui/filled-preview";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { VariableList } from "~/components/ui/variable-list";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { FailureErrors } from "./failure-errors";

type Profile = { name: string; locale: string | null; timeZone: string | null; theme: string | null };
type Failure = { failure: { message: string; fields: Record<string, string> }; values: Record<string, string> };
type Props = {
  profile: Profile;
  timeZones: readonly string[];
  /** What only agents set. */
  desk?: { shortcuts: boolean; signature: string; signatureValues: Readonly<Record<string, string>> };
  failed?: Failure;
};

const THEMES = ["system", "light", "dark"] as const;

/** Name, language, time zone and colours; at the desk also the signature and single-key shortcuts. */
export function ProfileForm({ profile, timeZones, desk, failed }: Props) {
  const t = useT();
  const busy = useNavigation().state === "submitting";
  const { fields = {} } = failed?.failure ?? {};
  const value = (name: keyof Profile) => failed?.values[name] ?? profile[name] ?? "";
  return (
    <Form method="post" className="form">
      <FailureErrors of={failed} />
      <TextInput
        name="name"
        label={t("identity:field.name")}
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={value("name")}
        error={fields.name}
      />
      <div className="two">
        <Select
          name="locale"
          label={t("identity:field.language")}
          placeholder={t("identity:account.browserLanguage")}
          options={LOCALES.map((code) => ({ value: code, label: LOCALE_NAMES[code] }))}
          defaultValue={value("locale")}
          error={fields.locale}
        />
        <Select
          name="timeZone"
          label={t("identity:field.timeZone")}
          placeholder={t("identity:account.browserZone")}
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          defaultValue={value("timeZone")}
          error={fields.timeZone}
        />
      </div>
      <div className="fl">
        <span aria-hidden="true" className="font-[550]">
          {t("common:theme.label")}
        </span>
        <SegmentedControl
          name="theme"
          label={t("common:theme.label")}
          options={THEMES.map((theme) => ({ value: theme, label: t(`common:theme.${theme}`) }))}
          defaultValue={value("theme") || "system"}
        />
      </div>
      {desk ? (
        <>
          <TextArea
            name="signature"
            label={t("identity:field.signature")}
            hint={t("identity:account.signatureHint")}
            rows={3}
            maxLength={1000}
            defaultValue={failed?.values.signature ?? desk.signature}
            error={fields.signature}
          />
          <VariableList
            label={t("templates:signature.variables")}
            into={[fieldId("signature")]}
            insertLabel={(name) => t("templates:insert", { name })}
            variables={Object.keys(desk.signatureValues).map((name) => ({
              name,
              meaning: t(name === "agent.name" ? "templates:signature.agent.name" : `templates:variable.${name}`),
            }))}
          />
          <FilledPreview
            label={t("templates:signature.preview")}
            of={fieldId("signature")}
            text={failed?.values.signature ?? desk.signature}
            values={desk.signatureValues}
          />
          <Checkbox
            name="shortcuts"
            value="on"
            label={t("identity:field.shortcuts")}
            hint={t("identity:account.shortcutsHint")}
            defaultChecked={desk.shortcuts}
          />
        </>
      ) : null}
      <div className="form-actions">
        <Button variant="primary" busy={busy}>
          {t("identity:account.save")}
        </Button>
      </div>
    </Form>
  );
}
