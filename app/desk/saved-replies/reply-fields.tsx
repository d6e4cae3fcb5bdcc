import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextArea } from "~/components/ui/text-area";
import { TextInput } from "~/components/ui/text-input";
import { REPLY_VARIABLES } from "~/domain/tickets/reply-variables";
import { MAX_REPLY_NAME, MAX_REPLY_TEXT, REPLY_LANGUAGES } from "~/domain/tickets/saved-reply-schema";
import type { SavedReplyDetails } from "~/domain/tickets/saved-reply-views";
import type { Failure } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { formatSize } from "~/i18n/format";
import { useI18n } from "~/i18n/use-t";

type Props = {
  reply: SavedReplyDetails | null;
  failed: Failure | undefined;
  queues: readonly { id: string; name: string }[];
  /** may make replies for all */
  administrator: boolean;
};

/** Name, whose it is, the words in each language, and files. */
export function ReplyFields({ reply, failed, queues, administrator }: Props) {
  const { t, locale } = useI18n();
  const values = failed?.values;
  const errors = failed?.failure.fields ?? {};
  const scope = values?.scope ?? (reply?.shared ? "shared" : "personal");
  const chosen = values ? (values.queueIds?.split(",") ?? []) : (reply?.queueIds ?? []);
  const kept = values ? (values.kept?.split(",") ?? []) : reply?.files.map(({ id }) => id);
  return (
    <>
      <TextInput
        name="name"
        label={t("replies:field.name")}
        hint={t("replies:field.nameHint")}
        required
        maxLength={MAX_REPLY_NAME}
        autoComplete="off"
        defaultValue={values?.name ?? reply?.name}
        error={errors.name}
      />
      {administrator && !reply ? (
        <RadioGroup
          name="scope"
          label={t("replies:field.scope")}
          defaultValue={scope}
          cards
          options={[
            { value: "personal", label: t("replies:scope.personal"), hint: t("replies:scope.personalHint") },
            { value: "shared", label: t("replies:scope.shared"), hint: t("replies:scope.sharedHint") },
          ]}
        />
      ) : null}
      {administrator && (!reply || reply.shared) ? (
        <fieldset className="fl">
          <legend>{t("replies:field.queues")}</legend>
          <p className="hint">{t("replies:field.queuesHint")}</p>
          <div className="picks">
            {queues.map(({ id, name }) => (
              <Checkbox
                key={id}
                id={`queue-${id}`}
                name="queueIds"
                value={id}
                defaultChecked={chosen.includes(id)}
                label={<bdi className="wrap-anywhere">{name}</bdi>}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <fieldset className="fl">
        <legend>{t("replies:field.texts")}</legend>
        <p className="hint" id="texts-hint">
          {t("replies:field.textsHint")}
        </p>
        <div className="form">
          {REPLY_LANGUAGES.map((language) => (
            <TextArea
              key={language}
              name={`texts.${language}`}
              label={LOCALE_NAMES[language]}
              lang={language}
              rows={5}
              maxLength={MAX_REPLY_TEXT}
              defaultValue={values?.[`texts.${language}`] ?? reply?.texts[language]}
              error={errors[`texts.${language}`]}
            />
          ))}
        </div>
      </fieldset>
      <details className="small">
        <summary className="lk">{t("replies:variables")}</summary>
        <dl className="mt-2 grid gap-x-4 gap-y-1 phone:grid-cols-[auto_1fr]">
          {REPLY_VARIABLES.map((name) => (
            <div key={name} className="contents">
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd className="muted">{t(`replies:variable.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {reply?.files.length ? (
        <fieldset className="fl">
          <legend>{t("replies:field.kept")}</legend>
          <div className="picks">
            {reply.files.map(({ id, name, size }) => (
              <Checkbox
                key={id}
                id={`kept-${id}`}
                name="kept"
                value={id}
                defaultChecked={kept?.includes(id)}
                label={
                  <>
                    <bdi className="wrap-anywhere">{name}</bdi>{" "}
                    <span className="faint num">{formatSize(size, locale)}</span>
                  </>
                }
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      {failed?.uploads.length ? (
        <fieldset className="fl">
          <legend>{t("desk:new.kept")}</legend>
          <div className="picks">
            {failed.uploads.map(({ id, name, size }) => (
              <Checkbox
                key={id}
                id={`upload-${id}`}
                name="files"
                value={id}
                defaultChecked
                label={
                  <>
                    <bdi className="wrap-anywhere">{name}</bdi>{" "}
                    <span className="faint num">{formatSize(size, locale)}</span>
                  </>
                }
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <FileInput
        key={failed?.uploads.map(({ id }) => id).join()}
        name="files"
        label={t("replies:field.newFiles")}
        error={errors.files}
        multiple
        optional
      />
    </>
  );
}
