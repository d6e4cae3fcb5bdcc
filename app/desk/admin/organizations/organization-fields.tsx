import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { SHARINGS } from "~/domain/customers/organization-sharing";
import { useT } from "~/i18n/use-t";

type Props = {
  organization: { name?: string; domain?: string | null; sharing?: string; region?: string };
  /** what was typed, when the form came back */
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** How an organization is called, who belongs to it and what its people see. */
export function OrganizationFields({ organization, values, errors }: Props) {
  const t = useT();
  return (
    <>
      <TextInput
        name="name"
        label={t("contracts:organization.name")}
        defaultValue={values?.name ?? organization.name}
        error={errors?.name}
        maxLength={120}
        required
      />
      <div className="two">
        <TextInput
          name="domain"
          label={t("contracts:organization.domain")}
          hint={t("contracts:organization.domainHint")}
          defaultValue={values?.domain ?? organization.domain ?? ""}
          error={errors?.domain}
          inputMode="url"
          autoComplete="off"
          maxLength={253}
          optional
        />
        <TextInput
          name="region"
          label={t("contracts:organization.region")}
          hint={t("contracts:organization.regionHint")}
          defaultValue={values?.region ?? organization.region}
          error={errors?.region}
          maxLength={60}
          optional
        />
      </div>
      <RadioGroup
        name="sharing"
        label={t("contracts:organization.sharing")}
        defaultValue={values?.sharing ?? organization.sharing ?? "own"}
        error={errors?.sharing}
        options={SHARINGS.map((value) => ({ value, label: t(`contracts:sharing.${value}`) }))}
      />
    </>
  );
}
