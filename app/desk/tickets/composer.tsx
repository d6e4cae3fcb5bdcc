import { Form, useNavigation } from "@remix-run/react";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from "react";
import { Banner } from "~/components/ui/banner";
import { Button } from "~/components/ui/button";
import { type SendMode, SEND_MODES } from "~/domain/tickets/states";
import type { DeskTicket } from "~/domain/tickets/views";
import type { Failure } from "~/http/route.server";
import { formatSize } from "~/i18n/format";
import { TimeText } from "~/i18n/time-text";
import { useI18n } from "~/i18n/use-t";
import { usePicker } from "./picker/use-picker";
import { useSavedReplies } from "./replies/use-saved-replies";
import { useDraft } from "./use-draft";

type Props = { ticket: DeskTicket; formId: string; seenAt: string; failure: Failure | undefined };

/** Reply or note. What is typed is saved as the agent's draft while typing, and by the form itself without JavaScript. */
export function Composer({ ticket, formId, seenAt, failure }: Props) {
  const { t, locale } = useI18n();
  const navigation = useNavigation();
  const draftState = useDraft(ticket.number);
  const [id] = useState(formId);
  const [since, setSince] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const values = failure?.values ?? {};
  const draft = ticket.drafts[0];
  const area = () => form.current?.querySelector<HTMLTextAreaElement>("#reply") ?? null;
  const kindNow = () => (form.current && new FormData(form.current).get("kind") === "note" ? "note" : "public");
  const replies = useSavedReplies(ticket.number, area, kindNow);
  const answers = usePicker({
    number: ticket.number,
    sign: "#",
    field: area,
    kind: kindNow,
    load: loadAnswerPicker,
    textOf: (text: string) => text,
  });
  const held = failure ? failure.uploads : (draft?.uploads ?? []);
  const kept = [...held, ...replies.added.filter(({ id }) => !held.some((upload) => upload.id === id))];
  const kind = values.kind ?? draft?.kind ?? "public";
  const sending =
    navigation.state === "submitting" &&
    navigation.formAction?.endsWith(`/tickets/${ticket.number}`) &&
    navigation.formMethod === "POST" &&
    !navigation.formData?.has("then");
  const modes = [...SEND_MODES].sort((a, b) => rank(a, ticket) - rank(b, ticket));
  const newer = failure?.failure.code === "tickets:error.newerMessage";

  function change() {
    // From the first word on: what arrives while one types must not slip by.
    setSince((before) => before ?? seenAt);
    if (form.current) draftState.changed(form.current);
  }
  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>("button.primary"));
  }
  function insert(event: MouseEvent<HTMLButtonElement>, open: () => Promise<boolean>) {
    const button = event.currentTarget;
    event.preventDefault();
    void open().then((opened) => {
      if (!opened) form.current?.requestSubmit(button);
    });
  }
  // Files that a saved reply brought belong to the draft too.
  const { changed } = draftState;
  const brought = replies.added.length;
  useEffect(() => {
    if (brought && form.current) changed(form.current);
  }, [brought, changed]);
  const savedAt = draftState.savedAt ?? draft?.updatedAt;

  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      className="comp card"
      id="composer"
      onChange={change}
      onKeyDown={press}
      onSubmit={draftState.sent}
    >
      {failure ? (
        <Banner tone={newer ? "warn" : "danger"} role="alert" bar>
          {Object.values(failure.failure.fields).join(" ") || failure.failure.message}
        </Banner>
      ) : null}
      {replies.failed ? (
        <Banner tone="danger" role="alert" bar>
          {replies.failed}
        </Banner>
      ) : null}
      {/* Enter in a field presses a form's first button: it is the queue's own way of sending. */}
      <button hidden name="mode" value={modes[0]} aria-label={t(`desk:send.${modes[0]}`)} />
      <input type="hidden" name="formId" value={id} />
      <input type="hidden" name="seenAt" value={since ?? seenAt} />
      {newer ? <input type="hidden" name="confirmed" value="true" /> : null}
      <div className="comp-tabs" role="radiogroup" aria-label={t("desk:compose.what")}>
        <label>
          <input
            type="radio"
            name="kind"
            value="public"
            defaultChecked={kind !== "note"}
            data-key="r"
            data-focus="reply"
          />
          {t("desk:compose.reply")}
        </label>
        <label>
          <input
            type="radio"
            name="kind"
            value="note"
            defaultChecked={kind === "note"}
            data-key="n"
            data-focus="reply"
          />
          {t("desk:compose.note")}
        </label>
      </div>
      <div className="to">
        <span>{t("desk:compose.to", { to: recipients(ticket) || t("desk:compose.noAddress") })}</span>
        <details className="cc" open={Boolean(values.cc || draft?.cc.length)}>
          <summary className="lk xs">{t("desk:compose.addCc")}</summary>
          <label className="sr" htmlFor="cc">
            {t("desk:compose.cc")}
          </label>
          <input
            id="cc"
            name="cc"
            className="field"
            type="text"
            inputMode="email"
            autoComplete="off"
            defaultValue={values.cc ?? draft?.cc.join(", ")}
          />
        </details>
        {ticket.queue.address ? (
          <span className="more">{t("desk:compose.from", { from: ticket.queue.address })}</span>
        ) : null}
        <span className="ml-auto" role="status">
          {draftState.saving ? (
            t("desk:compose.saving")
          ) : savedAt ? (
            <>
              {t("desk:compose.saved")} <TimeText at={savedAt} style="time" />
            </>
          ) : null}
        </span>
      </div>
      <label className="sr" htmlFor="reply">
        {t("desk:compose.label", { name: ticket.requester.name })}
      </label>
      <textarea
        id="reply"
        name="text"
        rows={3}
        required
        placeholder={t("desk:compose.placeholder")}
        defaultValue={values.text ?? draft?.text}
        aria-invalid={Boolean(failure?.failure.fields.text) || undefined}
        onInput={(event) => {
          void replies.typedSlash(event);
          void answers.typedSign(event);
        }}
      />
      {replies.picker}
      {answers.picker}
      {kept.length > 0 ? (
        <div className="atts">
          {kept.map(({ id, name, size }) => (
            <label key={id} className="att">
              <input type="checkbox" name="files" value={id} defaultChecked />
              <span className="clip">{name}</span> <span className="faint num">{formatSize(size, locale)}</span>
            </label>
          ))}
        </div>
      ) : null}
      <footer>
        <label className="btn ghost sm">
          {files.length ? t("desk:compose.files", { count: files.length }) : t("desk:compose.attach")}
          <input
            key={failure ? "again" : "first"}
            type="file"
            name="files"
            multiple
            className="sr"
            onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])}
          />
        </label>
        <button
          className="btn ghost sm"
          name="then"
          value="saved-replies"
          formNoValidate
          onClick={(event) => insert(event, replies.open)}
          title={t("replies:slashHint")}
        >
          {t("replies:insert")}
        </button>
        <button
          className="btn ghost sm"
          name="then"
          value="answers"
          formNoValidate
          onClick={(event) => insert(event, answers.open)}
          title={t("answers:hashHint")}
        >
          {t("answers:insert")}
        </button>
        <button className="btn ghost sm" name="then" value="preview" formNoValidate>
          {t("replies:preview.do")}
        </button>
        <span className="go">
          {modes.slice(1).map((mode) => (
            <button key={mode} className="btn sm more" name="mode" value={mode}>
              {t(`desk:send.${mode}`)}
            </button>
          ))}
          <Button variant="primary" name="mode" value={modes[0]} busy={sending} kbd="Ctrl ↵">
            {newer ? t("desk:send.anyway") : t(`desk:send.${modes[0]}`)}
          </Button>
        </span>
      </footer>
    </Form>
  );
}

const loadAnswerPicker = async () => (await import("./answers/answer-picker")).AnswerPicker;

/** The queue's own way first. */
const rank = (mode: SendMode, ticket: DeskTicket) => (mode === ticket.queue.sendMode ? -1 : SEND_MODES.indexOf(mode));

const recipients = ({ requester, participants }: DeskTicket) =>
  [requester.email, ...participants.filter((p) => !p.muted).map((p) => p.email)].filter(Boolean).join(", ");
