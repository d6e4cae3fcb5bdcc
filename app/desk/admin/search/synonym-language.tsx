import { Select } from "~/components/ui/select";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";

/** The language whose searchers a group of words is for. */
export function SynonymLanguage(props: { id?: string; defaultValue: string }) {
  const t = useT();
  return (
    <Select
      {...props}
      label={t("search:admin.language")}
      name="locale"
      options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
    />
  );
}
