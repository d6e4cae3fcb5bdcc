import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

type Props = {
  asset: { name?: string; serial?: string };
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** A product: its name and serial number. */
export function AssetFields({ asset, values, errors }: Props) {
  const t = useT();
  return (
    <div className="two">
      <TextInput
        name="name"
        id="f-asset-name"
        label={t("contracts:asset.name")}
        defaultValue={values?.name ?? asset.name}
        error={errors?.name}
        maxLength={120}
        required
      />
      <TextInput
        name="serial"
        label={t("contracts:asset.serial")}
        defaultValue={values?.serial ?? asset.serial}
        error={errors?.serial}
        autoComplete="off"
        maxLength={80}
        optional
      />
    </div>
  );
}
