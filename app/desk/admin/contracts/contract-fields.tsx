import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { CONTRACT_UNITS, writeHours } from "~/domain/sla/contract-units";
import type { ContractDetails } from "~/domain/sla/contract-views";
import { useT } from "~/i18n/use-t";

type Props = {
  contract: Partial<Omit<ContractDetails, "startsAt" | "endsAt" | "archivedAt">>;
  policies: readonly { id: string; name: string }[];
  zones: readonly string[];
  /** what was typed, when the form came back */
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** Number and name, period, policy, what it entitles to and when to be told; whom it covers are fields of their own. */
export function ContractFields({ contract, policies, zones, values, errors }: Props) {
  const t = useT();
  const entitled = contract.unit === "hours" ? writeHours(contract.entitled ?? 0) : String(contract.entitled || "");
  const dayError = errors && Object.entries(errors).find(([name]) => name.startsWith("noticeDays"))?.[1];
  const kept = contract.policy && !policies.some(({ id }) => id === contract.policy?.id) ? [contract.policy] : [];
  return (
    <>
      <div className="two">
        <TextInput
          name="number"
          label={t("contracts:field.number")}
          defaultValue={values?.number ?? contract.number}
          error={errors?.number}
          maxLength={40}
          required
        />
        <TextInput
          name="name"
          label={t("contracts:field.name")}
          defaultValue={values?.name ?? contract.name}
          error={errors?.name}
          maxLength={120}
          required
        />
        <TextInput
          name="startsOn"
          type="date"
          label={t("contracts:field.startsOn")}
          hint={t("contracts:field.startsOnHint")}
          defaultValue={values?.startsOn ?? contract.startsOn}
          error={errors?.startsOn}
          required
        />
        <TextInput
          name="endsOn"
          type="date"
          label={t("contracts:field.endsOn")}
          hint={t("contracts:field.endsOnHint")}
          defaultValue={values?.endsOn ?? contract.endsOn}
          error={errors?.endsOn}
          required
        />
        <Select
          name="timeZone"
          label={t("contracts:field.timeZone")}
          hint={t("contracts:field.timeZoneHint")}
          defaultValue={values?.timeZone ?? contract.timeZone}
          error={errors?.timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <Select
          name="policyId"
          label={t("contracts:field.policy")}
          hint={t("contracts:field.policyHint")}
          defaultValue={values?.policyId ?? contract.policy?.id ?? ""}
          error={errors?.policyId}
          options={[
            { value: "", label: t("contracts:field.noPolicy") },
            ...[...kept, ...policies].map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <RadioGroup
        name="unit"
        label={t("contracts:field.unit")}
        defaultValue={values?.unit ?? contract.unit ?? "unlimited"}
        error={errors?.unit}
        options={CONTRACT_UNITS.map((value) => ({
          value,
          label: t(`contracts:unit.${value}`),
          hint: t(`contracts:unitHint.${value}`),
        }))}
      />
      <div className="two">
        <TextInput
          name="entitled"
          label={t("contracts:field.entitled")}
          hint={t("contracts:field.entitledHint")}
          defaultValue={values?.entitled ?? entitled}
          error={errors?.entitled}
          autoComplete="off"
          maxLength={12}
          optional
        />
        <TextInput
          name="noticeDays"
          label={t("contracts:field.noticeDays")}
          hint={t("contracts:field.noticeDaysHint")}
          defaultValue={values?.noticeDays ?? (contract.noticeDays ?? [60, 30, 7]).join(", ")}
          error={dayError}
          autoComplete="off"
          maxLength={60}
          optional
        />
      </div>
      <TextArea
        name="notes"
        label={t("contracts:field.notes")}
        rows={3}
        defaultValue={values?.notes ?? contract.notes}
        error={errors?.notes}
        maxLength={4000}
        optional
      />
    </>
  );
}
