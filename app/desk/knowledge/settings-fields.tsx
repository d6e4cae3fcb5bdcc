import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { RadioGroup } from "~/components/ui/radio-group";
import { type Option, Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { useT } from "~/i18n/use-t";

const AUDIENCES = ["public", "customers", "organizations", "agents"] as const;

type Named = { id: string; name: string };
type Props = {
  settings: {
    kind: string;
    categoryId: string;
    audience: string;
    organizations: readonly Named[];
    ownerId: string | null;
    reviewBy: string;
  };
  categories: readonly Option[];
  colleagues: readonly Option[];
  found: readonly Named[] | undefined;
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
};

/** Kind, place, readers, owner and the day to look it over. Searching an organization sends the form to be shown again. */
export function SettingsFields({ settings, categories, colleagues, found, values, errors }: Props) {
  const t = useT();
  const chosen = new Set(
    values ? (values.organizationIds ?? "").split(",") : settings.organizations.map(({ id }) => id),
  );
  const offered = [
    ...new Map(
      [...settings.organizations, ...named(values), ...(found ?? [])].map((organization) => [
        organization.id,
        organization,
      ]),
    ).values(),
  ];
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
      <fieldset className="fl">
        <legend>{t("knowledge:field.organizations")}</legend>
        <p className="hint">{t("knowledge:field.organizationsHint")}</p>
        <div className="picks">
          {offered.map(({ id, name }) => (
            <div key={id}>
              <Checkbox
                id={`organization-${id}`}
                name="organizationIds"
                value={id}
                defaultChecked={chosen.has(id)}
                label={<bdi className="wrap-anywhere">{name}</bdi>}
              />
              <input type="hidden" name={`organization.${id}`} value={name} />
            </div>
          ))}
        </div>
        <FieldError id="f-organizationIds" error={errors?.organizationIds} />
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-52">
            <TextInput
              name="q"
              id="f-find"
              type="search"
              label={t("knowledge:settings.find")}
              defaultValue={values?.q}
              autoComplete="off"
            />
          </div>
          <Button name="find" value="yes" formNoValidate>
            {t("common:search")}
          </Button>
        </div>
        {found && found.length === 0 ? (
          <p className="muted small" role="status">
            {t("knowledge:settings.notFound")}
          </p>
        ) : null}
      </fieldset>
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

/** Names that the form itself carries, so that what was found stays readable when the form comes back. */
const named = (values: Props["values"]): Named[] =>
  Object.entries(values ?? {}).flatMap(([field, name]) =>
    field.startsWith("organization.") ? [{ id: field.slice("organization.".length), name }] : [],
  );
