import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { MAX_WORDS, MAX_WORDS_SUBJECT, type MailWords, type TextLocale } from "~/domain/mail/templates/schema";
import { LOCALE_NAMES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";

type Props = {
  locale: TextLocale;
  words: MailWords;
  changed: boolean;
  required: boolean;
  /** what was typed, when the form came back */
  values: Record<string, string> | undefined;
  errors: Record<string, string> | undefined;
  preview: string;
};

/** Subject and text of one language, with a button that shows them as a mail. */
export function WordsFields({ locale, words, changed, required, values, errors, preview }: Props) {
  const t = useT();
  const [subject, text] = [`texts.${locale}.subject`, `texts.${locale}.text`];
  const language = LOCALE_NAMES[locale];
  return (
    <Card
      padded
      id={`words-${locale}`}
      title={
        <>
          <span lang={locale}>{language}</span> {changed ? <Chip tone="brand">{t("templates:changed")}</Chip> : null}
        </>
      }
      actions={
        <Button
          size="sm"
          name="locale"
          value={locale}
          formAction={preview}
          formTarget="preview"
          formNoValidate
          aria-label={t("templates:preview.in", { language })}
        >
          {t("templates:preview.show")}
        </Button>
      }
    >
      <div className="form">
        <TextInput
          name={subject}
          label={t("templates:field.subject")}
          lang={locale}
          defaultValue={values?.[subject] ?? words.subject}
          error={errors?.[subject]}
          placeholder="{{ticket.subject}}"
          maxLength={MAX_WORDS_SUBJECT}
          autoComplete="off"
        />
        <TextArea
          name={text}
          label={t("templates:field.text")}
          lang={locale}
          rows={10}
          defaultValue={values?.[text] ?? words.text}
          error={errors?.[text]}
          maxLength={MAX_WORDS}
          required={required}
        />
      </div>
    </Card>
  );
}
