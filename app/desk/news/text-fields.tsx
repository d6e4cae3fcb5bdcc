import { TextArea } from "~/components/ui/text-area";
import { MAX_NEWS_TEXT } from "~/domain/knowledge/news-schema";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";

type Props = {
  texts: Partial<Record<string, { markdown: string }>>;
  values: Record<string, string> | undefined;
  errors: Record<string, string>;
  rows?: number;
};

/** The words in each language, as Markdown; a language left empty gets another's. */
export function TextFields({ texts, values, errors, rows = 7 }: Props) {
  const t = useT();
  return (
    <fieldset className="fl">
      <legend>{t("news:field.texts")}</legend>
      <p className="hint">{t("news:field.textsHint")}</p>
      <div className="form">
        {LOCALES.map((locale) => (
          <TextArea
            key={locale}
            name={`texts.${locale}`}
            label={LOCALE_NAMES[locale]}
            lang={locale}
            rows={rows}
            maxLength={MAX_NEWS_TEXT}
            defaultValue={values?.[`texts.${locale}`] ?? texts[locale]?.markdown}
            error={errors[`texts.${locale}`]}
          />
        ))}
      </div>
    </fieldset>
  );
}
