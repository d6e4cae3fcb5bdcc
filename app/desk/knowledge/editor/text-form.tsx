import { Form, useNavigation } from "@remix-run/react";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { Button } from "~/components/ui/button";
import { FormErrors } from "~/components/ui/form-errors";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { paths } from "~/http/paths";
import type { Failure } from "~/http/route.server";
import { usePageFacts } from "~/http/use-page-facts";
import { useT } from "~/i18n/use-t";
import { type DraftFields, draftFieldsOf, keptDraftKey, sameDraft } from "./kept-draft";
import { MarkdownField } from "./markdown-field";
import { pressedLetter } from "./pressed-letter";
import { SaveBanner } from "./save-banner";
import { SaveLine } from "./save-line";
import { useAutosave } from "./use-autosave";

export type EditedText = DraftFields & {
  articleId: string;
  locale: string;
  revision: number;
  savedAt: string | null;
  question: boolean;
};

type Props = {
  text: EditedText;
  failed: Failure | undefined;
  readOnly: boolean;
  /** what the text can do next, besides being saved */
  acts: { review: boolean; publish: boolean; publishFirst: boolean };
  form: RefObject<HTMLFormElement>;
  onChanged: () => void;
};

/** Title, text and address of one language, saved while typing; its buttons also ask for a review and publish. */
export function TextForm({ text, failed, readOnly, acts, form, onChanged }: Props) {
  const { person } = usePageFacts();
  const navigation = useNavigation();
  const t = useT();
  const here = paths.desk.knowledge(text.articleId, { lang: text.locale });
  const moved = failed?.failure.code === "knowledge:error.draftMoved";
  const autosave = useAutosave(form, {
    action: paths.desk.knowledge(`${text.articleId}/draft`),
    lang: text.locale,
    storeKey: keptDraftKey(person?.id ?? "", text.articleId, text.locale),
    saved: text,
    answered: failed !== undefined,
    paused: moved,
    readOnly,
  });
  const values = failed?.values;
  const errors = failed?.failure.fields ?? {};
  const value = (name: keyof DraftFields) => values?.[name] ?? text[name];
  const pending = navigation.state === "submitting" && navigation.formData?.get("lang") === text.locale;
  const busy = (then: string) => Boolean(pending && navigation.formData?.get("then") === then);

  function changed() {
    autosave.changed();
    onChanged();
  }
  function saveByKey(event: KeyboardEvent) {
    if (pressedLetter(event) !== "s") return;
    event.preventDefault();
    void autosave.save();
  }
  const { restored } = autosave;
  const change = useRef(changed);
  const started = useRef(false);
  useEffect(() => {
    change.current = changed;
  });
  // What was brought back, or typed before the script was there, is a change like any other.
  useEffect(() => {
    if (started.current || !form.current) return;
    started.current = true;
    if (!readOnly && !failed && !sameDraft(draftFieldsOf(form.current), text)) change.current();
  }, [form, readOnly, failed, text]);

  return (
    <div className="kb-write card">
      <Form
        ref={form}
        id="text"
        method="post"
        action={here}
        className="form p-(--pad)"
        onChange={changed}
        onKeyDown={saveByKey}
        onSubmit={autosave.submitting}
        preventScrollReset
      >
        <FormErrors message={failed?.failure.message} errors={errors} />
        {moved ? null : (
          <SaveBanner state={autosave.state} restored={restored} here={here} onDiscard={autosave.discard} />
        )}
        <input type="hidden" name="lang" value={text.locale} />
        {/* The script writes here the revision that the words were typed upon. */}
        <input type="hidden" name="revision" defaultValue={text.revision} />
        {/* Enter in a field presses a form's first button: it only saves. */}
        <button hidden name="then" value="save" aria-label={t("knowledge:act.save")} />
        <TextInput
          name="title"
          label={t(text.question ? "knowledge:field.question" : "knowledge:field.title")}
          className="kb-title"
          lang={text.locale}
          required
          readOnly={readOnly}
          maxLength={200}
          autoComplete="off"
          defaultValue={value("title")}
          error={errors.title}
        />
        <MarkdownField
          articleId={text.articleId}
          locale={text.locale}
          label={t(text.question ? "knowledge:field.answer" : "knowledge:field.markdown")}
          value={value("markdown")}
          error={errors.markdown}
          readOnly={readOnly}
        />
        <details className="form" open={Boolean(errors.slug || errors.summary || errors.keywords)}>
          <summary className="lk small">{t("knowledge:field.more")}</summary>
          <div className="form mt-3">
            <TextInput
              name="slug"
              label={t("knowledge:field.slug")}
              hint={t("knowledge:field.slugHint", { path: paths.help(text.locale) })}
              readOnly={readOnly}
              maxLength={80}
              autoComplete="off"
              spellCheck={false}
              defaultValue={value("slug")}
              error={errors.slug}
            />
            <TextArea
              name="summary"
              label={t("knowledge:field.summary")}
              hint={t("knowledge:field.summaryHint")}
              rows={2}
              lang={text.locale}
              readOnly={readOnly}
              maxLength={300}
              defaultValue={value("summary")}
              error={errors.summary}
              optional
            />
            <TextInput
              name="keywords"
              label={t("knowledge:field.keywords")}
              hint={t("knowledge:field.keywordsHint")}
              lang={text.locale}
              readOnly={readOnly}
              maxLength={500}
              autoComplete="off"
              defaultValue={value("keywords")}
              error={errors.keywords}
              optional
            />
          </div>
        </details>
        {readOnly || !(acts.review || acts.publish) ? null : (
          <TextInput
            name="note"
            label={t("knowledge:field.note")}
            hint={t("knowledge:field.noteHint")}
            maxLength={300}
            autoComplete="off"
            defaultValue={values?.note}
            error={errors.note}
            optional
          />
        )}
      </Form>
      {readOnly ? null : (
        <div className="kb-foot">
          <SaveLine state={autosave.state} savedAt={text.savedAt} />
          <noscript>
            <Button form="text" name="then" value="preview">
              {t("knowledge:act.preview")}
            </Button>
          </noscript>
          <Button form="text" name="then" value="save" busy={busy("save")}>
            {t("knowledge:act.save")}
          </Button>
          {acts.review ? (
            <Button
              form="text"
              name="then"
              value="review"
              variant={acts.publishFirst ? "default" : "primary"}
              busy={busy("review")}
            >
              {t("knowledge:act.review")}
            </Button>
          ) : null}
          {acts.publish ? (
            <Button
              form="text"
              name="then"
              value="publish"
              variant={acts.publishFirst ? "primary" : "default"}
              busy={busy("publish")}
            >
              {t("knowledge:act.publish")}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
