type Attach = (input: HTMLInputElement, url: string) => void;

/**
 * Gives every search field inside `form[data-suggest]` its list once somebody goes there; what does it is loaded then.
 * Returns how to stop.
 */
export function installSuggestions(doc: Document, load: () => Promise<{ attachSuggestions: Attach }>): () => void {
  function onFocus({ target }: FocusEvent) {
    if (!(target instanceof HTMLInputElement) || target.getAttribute("aria-controls")) return;
    const url = target.form?.dataset.suggest;
    if (!url || target.name !== "q") return;
    // Without the script, for instance after an update of the server, the field is a field.
    load().then(
      ({ attachSuggestions }) => target.isConnected && attachSuggestions(target, url),
      () => undefined,
    );
  }
  doc.addEventListener("focusin", onFocus);
  return () => doc.removeEventListener("focusin", onFocus);
}
