import { Checkbox } from "~/components/ui/checkbox";
import { FieldError } from "~/components/ui/field";
import { Select, type Option } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { CATEGORY_ICONS, CategoryIcon } from "~/components/knowledge/category-icon";
import { MAX_CATEGORY_NAME, MAX_SUMMARY } from "~/domain/knowledge/schema";
import type { Failure } from "~/http/route.server";
import { useT } from "~/i18n/use-t";
import { TranslatedFields } from "../admin/translated-fields";

type Category = {
  slug: string;
  names: Readonly<Record<string, string>>;
  descriptions: Readonly<Record<string, string>>;
  icon: string;
  needsReview: boolean;
};

type Props = {
  category: Category | null;
  /** where a new one may lie; a category that is there is moved by its own form */
  parents?: readonly Option[];
  parentId?: string | null;
  failed: Failure | undefined;
};

/** Names and descriptions in each language, drawing, address, and whether a second pair of eyes is wanted. */
export function CategoryFields({ category, parents, parentId, failed }: Props) {
  const t = useT();
  const values = failed?.values;
  const errors = failed?.failure.fields ?? {};
  const icon = values?.icon ?? category?.icon ?? "book";
  return (
    <>
      <TranslatedFields
        name="names"
        label={t("knowledge:category.names")}
        words={category?.names}
        values={values}
        errors={errors}
        maxLength={MAX_CATEGORY_NAME}
      />
      <FieldError id="f-names" error={errors.names} />
      {parents ? (
        <Select
          name="parentId"
          label={t("knowledge:category.parent")}
          placeholder={t("knowledge:category.top")}
          defaultValue={values?.parentId ?? parentId ?? ""}
          options={parents}
          error={errors.parentId}
        />
      ) : null}
      <TranslatedFields
        name="descriptions"
        label={t("knowledge:category.descriptions")}
        hint={t("knowledge:category.descriptionsHint")}
        words={category?.descriptions}
        values={values}
        errors={errors}
        maxLength={MAX_SUMMARY}
      />
      <fieldset className="fl">
        <legend>{t("knowledge:category.icon")}</legend>
        <div className="flex flex-wrap gap-1">
          {CATEGORY_ICONS.map((name) => (
            <label key={name} className="kb-icon" title={name}>
              <input type="radio" name="icon" value={name} defaultChecked={name === icon} aria-label={name} />
              <CategoryIcon name={name} size={18} />
            </label>
          ))}
        </div>
      </fieldset>
      <TextInput
        name="slug"
        label={t("knowledge:field.slug")}
        hint={t("knowledge:category.slugHint")}
        optional
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        defaultValue={values?.slug ?? category?.slug}
        error={errors.slug}
      />
      <Checkbox
        name="needsReview"
        value="yes"
        label={t("knowledge:category.needsReview")}
        hint={t("knowledge:category.needsReviewHint")}
        defaultChecked={values ? values.needsReview === "yes" : (category?.needsReview ?? false)}
      />
    </>
  );
}
