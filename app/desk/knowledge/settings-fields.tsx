import { RadioGroup } from "~/components/ui/radio-group";
import { type Option, Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";
import { OrganizationPicks } from "../picks/organization-picks";

const AUDIENCES = ["public", "customers", "organizations", "agents"] as const;

type Named = { id: string; name: string };
/** What of an article is the same in all its languages, as its form has it. */
export type ArticleSettings = {
  kind: string;
  categoryId: string;
  audience: string;
  organizations: readonly Named[];
  ownerId: string | null;
  reviewBy: string;
};
type Props = {
  settings: ArticleSettings;
  categories: readonly Option[];
  colleagues: readonly Option[];
  found: readonly Named[] | undefined;
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** Kind, place, readers, owner and the day to look it over. Searching an organization sends the form to be shown again. */
export function SettingsFields({ settings, categories, colleagues, found, values, errors }: Props) {
  const t = useT();
  return (
    <>
      <div className="two">
        <Select
          name="kind"
          label={t("knowledge:field.kind")}
          defaultValue={values?.kind ?? settings.kind}
          options={["article", "faq"].map((value) => ({ value, label: t(`knowledge:kind.${value}`) }))}
          error={errors?.kind}
        />
        <Select
          name="categoryId"
          label={t("knowledge:field.category")}
          required
          defaultValue={values?.categoryId ?? settings.categoryId}
          options={categories}
          error={errors?.categoryId}
        />
      </div>
      <RadioGroup
        name="audience"
        label={t("knowledge:field.audience")}
        cards
        defaultValue={values?.audience ?? settings.audience}
        options={AUDIENCES.map((value) => ({ value, label: t(`knowledge:audience.${value}`) }))}
      />
      <OrganizationPicks
        className="organization-picks"
        label={t("knowledge:field.organizations")}
        organizations={settings.organizations}
        hint={t("knowledge:field.organizationsHint")}
        found={found}
        values={values}
        error={errors?.organizationIds}
      />
      <div className="two">
        <Select
          name="ownerId"
          label={t("knowledge:field.owner")}
          hint={t("knowledge:field.ownerHint")}
          placeholder={t("knowledge:field.nobody")}
          defaultValue={values?.ownerId ?? settings.ownerId ?? ""}
          options={colleagues}
          error={errors?.ownerId}
          optional
        />
        <TextInput
          name="reviewBy"
          type="date"
          label={t("knowledge:field.reviewBy")}
          hint={t("knowledge:field.reviewByHint")}
          defaultValue={values?.reviewBy ?? settings.reviewBy}
          error={errors?.reviewBy}
          optional
        />
      </div>
    </>
  );
}
