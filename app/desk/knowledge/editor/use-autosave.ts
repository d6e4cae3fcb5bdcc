import { type FormEvent, type MutableRefObject, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type DraftFields, draftFieldsOf, fillDraft, findKeptDraft, keepDraft, sameDraft } from "./kept-draft";
import { type Answer, postQuietly } from "./post-quietly";

const PAUSE_MS = 900;
/** Browsers let no more than 64 KiB leave with a page that goes; what is longer stays kept in the tab. */
const LEAVING_BYTES = 60_000;

export type SavedDraft = { revision: number; savedAt: string };
export type SaveState =
  | { state: "idle" | "saving" | "signed-out" | "failed" }
  | { state: "saved"; at: string }
  | { state: "refused"; message: string; code: string };

type Options = {
  action: string;
  lang: string;
  /** where this tab keeps what is not saved yet */
  storeKey: string;
  /** the draft as the page brought it */
  saved: DraftFields & { revision: number };
  /** the form came back refused with what was typed: that is newer than what is kept */
  answered: boolean;
  /** somebody else saved meanwhile: nothing is saved by itself before that has been looked at */
  paused: boolean;
  /** the text cannot be changed now */
  readOnly: boolean;
};

/**
 * Saves what is typed after each pause, upon the revision it was typed upon, and keeps it in this tab until it is saved:
 * a lost connection, an ended session and a reload lose nothing. `restored` says that such text was brought back.
 */
export function useAutosave(form: RefObject<HTMLFormElement>, options: Options) {
  const { action, lang, storeKey, saved, answered, paused, readOnly } = options;
  const [state, setState] = useState<SaveState>({ state: "idle" });
  const [restored, setRestored] = useState(false);
  const known = useRef(saved.revision);
  const unsaved = useRef<DraftFields | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const running = useRef<Promise<void> | null>(null);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const sent = unsaved.current;
    if (!sent) return;
    unsaved.current = null;
    setState({ state: "saving" });
    const body = new URLSearchParams({ ...sent, lang, revision: String(known.current) });
    running.current = postQuietly<SavedDraft>(action, body, {
      keepalive: body.toString().length < LEAVING_BYTES,
    }).then((answer) => {
      running.current = null;
      if (answer.state === "ok") {
        goUpon(form, known, answer.data.revision);
        if (!unsaved.current) sessionStorage.removeItem(storeKey);
      } else unsaved.current ??= sent;
      setState(stateOf(answer));
    });
    await running.current;
  }, [form, action, lang, storeKey]);

  function changed() {
    if (!form.current || readOnly) return;
    const fields = draftFieldsOf(form.current);
    unsaved.current = fields;
    keepDraft(sessionStorage, storeKey, { revision: known.current, fields });
    clearTimeout(timer.current);
    if (paused) unsaved.current = null;
    else timer.current = setTimeout(() => void save(), PAUSE_MS);
  }

  useRestored(form, options, (revision, fields) => {
    goUpon(form, known, revision);
    unsaved.current = fields;
    setRestored(true);
  });

  // The page brought another revision: our own save, or a version that was taken back into the draft.
  useEffect(() => {
    const element = form.current;
    // What was read before our last save is old news.
    if (!element || saved.revision <= known.current) return;
    // Refused, the form goes upon what is saved now: saving it once more is meant.
    if (answered) return goUpon(form, known, saved.revision);
    const same = sameDraft(draftFieldsOf(element), saved);
    if (!same && unsaved.current) return;
    if (!same) fillDraft(element, saved);
    goUpon(form, known, saved.revision);
    unsaved.current = null;
    sessionStorage.removeItem(storeKey);
  }, [form, saved, storeKey, answered]);

  // React writes the page's own revision into a hidden field, and a live reload brings a colleague's.
  useEffect(() => writeRevision(form, known.current));

  useEffect(() => {
    const flush = () => void save();
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [save]);

  /** The form is sent only after a running save, so that it is not refused for our own revision. */
  function submitting(event: FormEvent<HTMLFormElement>) {
    clearTimeout(timer.current);
    if (!running.current) {
      unsaved.current = null;
      return;
    }
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const element = event.currentTarget;
    // The button of a message may be gone with its message; what it asked for is not.
    void running.current.then(() => element.requestSubmit(submitter?.isConnected ? submitter : null));
  }

  function discard() {
    if (form.current) fillDraft(form.current, saved);
    goUpon(form, known, saved.revision);
    unsaved.current = null;
    sessionStorage.removeItem(storeKey);
    setRestored(false);
    setState({ state: "idle" });
  }
  return { state, restored, changed, save, submitting, discard };
}

/** What is saved next is meant as following this revision, by the script and by the form's own buttons. */
function goUpon(form: RefObject<HTMLFormElement>, known: MutableRefObject<number>, revision: number): void {
  known.current = revision;
  writeRevision(form, revision);
}

function writeRevision(form: RefObject<HTMLFormElement>, revision: number): void {
  const field = form.current?.elements.namedItem("revision");
  if (field instanceof HTMLInputElement) field.value = String(revision);
}

/** Brings back, once, what this tab kept; it differs from what the page brought. */
function useRestored(
  form: RefObject<HTMLFormElement>,
  { storeKey, saved, answered, readOnly }: Options,
  take: (revision: number, fields: DraftFields) => void,
): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !form.current || answered || readOnly) return;
    done.current = true;
    const kept = findKeptDraft(sessionStorage, storeKey, saved);
    if (!kept) return;
    fillDraft(form.current, kept.fields);
    take(kept.revision, kept.fields);
  });
}

function stateOf(answer: Answer<SavedDraft>): SaveState {
  if (answer.state === "ok") return { state: "saved", at: answer.data.savedAt };
  return answer;
}
