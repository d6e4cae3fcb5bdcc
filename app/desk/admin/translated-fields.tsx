import { TextInput } from "~/components/ui/text-input";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";

type Props = {
  /** `name` makes the fields name.en, name.it, name.ro and name.ru */
  name: string;
  label: string;
  hint?: string;
  words: Partial<Record<string, string>> | null | undefined;
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
  maxLength: number;
  /** the English words must be there */
  required?: boolean;
  /** what stands where nothing is typed, by language */
  placeholders?: Partial<Record<string, string>>;
};

/** The same words in each language of the product. */
export function TranslatedFields(props: Props) {
  const { name, label, hint, words, values, errors, maxLength, required, placeholders } = props;
  const t = useT();
  return (
    <fieldset className="fl">
      <legend>{label}</legend>
      <p className="hint">{hint ?? t("desk:admin.translatedHint")}</p>
      <div className="form">
        <div className="two">
          {LOCALES.map((locale) => (
            <TextInput
              key={locale}
              name={`${name}.${locale}`}
              label={LOCALE_NAMES[locale]}
              lang={locale}
              defaultValue={values?.[`${name}.${locale}`] ?? words?.[locale]}
              error={errors?.[`${name}.${locale}`] ?? (locale === "en" ? errors?.[name] : undefined)}
              required={required && locale === "en"}
              maxLength={maxLength}
              placeholder={placeholders?.[locale]}
              autoComplete="off"
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}
