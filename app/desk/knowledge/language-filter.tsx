import { Select } from "~/components/ui/select";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";

/** One language, or any. */
export function LanguageFilter({ value }: { value: string | null }) {
  const t = useT();
  return (
    <Select
      key={value}
      name="lang"
      label={t("knowledge:filter.language")}
      labelHidden
      defaultValue={value ?? ""}
      placeholder={t("knowledge:filter.anyLanguage")}
      options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
    />
  );
}
