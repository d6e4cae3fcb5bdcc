import { Form } from "@remix-run/react";
import { Banner } from "~/components/ui/banner";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrors } from "~/components/ui/form-errors";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { VariableList } from "~/components/ui/variable-list";
import { fieldId } from "~/components/ui/field";
import { MAX_TEXT_NAME, type MailWords, TEXT_LOCALES, type TextLocale } from "~/domain/mail/templates/schema";
import { type TextKey, variablesOf } from "~/domain/mail/templates/text-keys";
import type { Failure } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { useI18n } from "~/i18n/use-t";
import { WordsFields } from "./words-fields";

type Props = {
  text: {
    key: TextKey | null;
    name: string;
    words: Record<TextLocale, MailWords>;
    changed: readonly TextLocale[];
    base: string;
  };
  /** where the preview of what is typed comes from, and of what is saved, if anything is */
  preview: string;
  saved: string | null;
  /** the reader's own addresses */
  addresses: readonly string[];
  answer: Failure | { tested: string; values: Record<string, string> } | undefined;
  submit: string;
  /** the page as it is saved by now, for whoever saved too late or is about to */
  newest?: string;
  /** somebody else saved it since `text` was drawn */
  overtaken?: boolean;
};

const IDS = TEXT_LOCALES.flatMap((locale) => [fieldId(`texts.${locale}.text`), fieldId(`texts.${locale}.subject`)]);

/**
 * A text in every language beside its preview. The form is a document's own: the same fields post to the page (save, test)
 * and, by the buttons of each language, into the frame.
 */
export function TextForm({ text, preview, saved, addresses, answer, submit, newest, overtaken = false }: Props) {
  const { t, locale } = useI18n();
  const failure = answer && "failure" in answer ? answer.failure : undefined;
  const values = answer?.values;
  const own = text.key === null;
  const late = failure?.code === "templates:error.changedMeanwhile";
  // Only who was told of newer words may replace them.
  const base = late ? text.base : (values?.base ?? text.base);
  const order = [locale, ...TEXT_LOCALES.filter((other) => other !== locale)] as TextLocale[];
  return (
    <Form method="post" reloadDocument className="grid items-start gap-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid gap-4">
        <FormErrors message={failure?.message} errors={failure?.fields} />
        {newest && (late || overtaken) ? (
          <Banner
            tone="warn"
            role={late ? undefined : "status"}
            title={late ? undefined : t("templates:error.changedMeanwhile")}
            action={
              <a href={newest} target="_blank" rel="noreferrer">
                {t("templates:newest")}
              </a>
            }
          >
            {t("templates:newestText")}
          </Banner>
        ) : null}
        {answer && "tested" in answer ? (
          <Banner tone="ok" role="status">
            {t("templates:test.sent", { address: answer.tested })}
          </Banner>
        ) : null}
        <input type="hidden" name="base" value={base} />
        <Card padded>
          <div className="form">
            {own ? (
              <TextInput
                name="name"
                label={t("templates:field.name")}
                hint={t("templates:field.nameHint")}
                defaultValue={values?.name ?? text.name}
                error={failure?.fields.name}
                required
                maxLength={MAX_TEXT_NAME}
                autoComplete="off"
              />
            ) : null}
            <p className="muted small">{t(own ? "templates:ownHint" : "templates:builtInHint")}</p>
            <p className="muted small">{t("templates:wordsHint")}</p>
            <VariableList
              label={t("templates:variables")}
              into={IDS}
              insertLabel={(name) => t("templates:insert", { name })}
              variables={variablesOf(text.key).map((name) => ({ name, meaning: t(`templates:variable.${name}`) }))}
            />
          </div>
        </Card>
        {order.map((language) => (
          <WordsFields
            key={language}
            locale={language}
            words={text.words[language]}
            changed={!own && text.changed.includes(language)}
            required={own && language === "en"}
            values={values}
            errors={failure?.fields}
            preview={preview}
          />
        ))}
        <div className="form-actions">
          <Button variant="primary" name="act" value="save">
            {submit}
          </Button>
        </div>
      </div>
      <div className="grid gap-4 wide:sticky wide:top-4">
        <Card padded id="preview" title={t("templates:preview.title")}>
          <div className="form">
            <TextInput
              name="number"
              label={t("templates:preview.ticket")}
              hint={t("templates:preview.ticketHint")}
              inputMode="numeric"
              className="short"
              defaultValue={values?.number}
              error={failure?.fields.number}
              autoComplete="off"
              optional
            />
            <iframe
              name="preview"
              title={t("templates:preview.title")}
              {...(saved ? { src: saved } : {})}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              className="block h-160 w-full rounded-m border"
            />
          </div>
        </Card>
        <Card padded id="test" title={t("templates:test.title")}>
          <div className="form">
            <p className="muted small">{t("templates:test.lead")}</p>
            <div className="two">
              <Select
                name="testLocale"
                label={t("templates:test.language")}
                defaultValue={values?.testLocale ?? locale}
                options={TEXT_LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              />
              <Select
                name="to"
                label={t("templates:test.to")}
                defaultValue={values?.to ?? addresses[0]}
                error={failure?.fields.to}
                options={addresses.map((address) => ({ value: address, label: address }))}
              />
            </div>
            <div className="form-actions">
              <Button name="act" value="test" formNoValidate>
                {t("templates:test.send")}
              </Button>
            </div>
          </div>
        </Card>
      </div>
    </Form>
  );
}
