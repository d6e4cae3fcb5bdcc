import { type RefObject, useEffect, useState } from "react";
import { usePageFacts } from "~/http/use-page-facts";
import { fillFields, forgetSent, keptTextKey, readKeptText, typedFields, writeKeptText } from "./kept-text";

type Options = {
  page: string;
  formId: string;
  /** Takes up the id the text was typed under, so that a second try after a lost connection sends nothing twice. */
  adopt: (formId: string) => void;
  /** The form came back with what was typed: that is newer than what is kept. */
  answered: boolean;
};

/**
 * Keeps what is typed in this tab until its message has arrived, and brings it back after a reload, a lost connection
 * or an ended session. `restored` says that it did; `discard` empties the form.
 */
export function useKeptText(form: RefObject<HTMLFormElement>, { page, formId, adopt, answered }: Options) {
  const { person } = usePageFacts();
  const key = keptTextKey(person?.id ?? null, page);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    bringBack(element, { key, formId, adopt, answered, said: () => setRestored(true) });
    const keep = () => writeKeptText(sessionStorage, key, { formId, fields: typedFields(element) });
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [form, key, formId, adopt, answered]);

  function discard() {
    sessionStorage.removeItem(key);
    form.current?.reset();
    setRestored(false);
  }
  return { restored, discard };
}

/** Fills a fresh form with the text that is kept for it; a form that came back has its text, which is kept instead. */
function bringBack(
  form: HTMLFormElement,
  { key, formId, adopt, answered, said }: Omit<Options, "page"> & { key: string; said: () => void },
): void {
  if (answered) return writeKeptText(sessionStorage, key, { formId, fields: typedFields(form) });
  const kept = readKeptText(sessionStorage, key);
  if (!kept) return;
  if (kept.formId !== formId) return adopt(kept.formId);
  fillFields(form, kept.fields);
  said();
}

/** Forgets kept texts whose messages are on the page. Call it before the form that would bring one back. */
export function useForgetSent(messageIds: readonly string[]): void {
  const ids = messageIds.join(" ");
  useEffect(() => forgetSent(sessionStorage, new Set(ids.split(" "))), [ids]);
}

/** Forgets what was typed on a page whose form has been taken. */
export function useForgetText(page: string): void {
  const { person } = usePageFacts();
  const key = keptTextKey(person?.id ?? null, page);
  useEffect(() => sessionStorage.removeItem(key), [key]);
}
