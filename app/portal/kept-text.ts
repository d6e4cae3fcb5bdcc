const PREFIX = "typed ";

/** What stands in a form, and the form's id: its message carries the same one once it is sent. */
export type KeptText = { formId: string; fields: Record<string, string> };

/** The key of a form's text: one per person and page, so that nobody else at this screen finds it. */
export const keptTextKey = (personId: string | null, page: string): string => `${PREFIX}${personId ?? "guest"} ${page}`;

export function readKeptText(storage: Storage, key: string): KeptText | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return isKeptText(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the text; empty fields alone are not worth keeping. A full or forbidden store is no reason to stop typing. */
export function writeKeptText(storage: Storage, key: string, kept: KeptText): void {
  try {
    if (Object.values(kept.fields).some((text) => text.trim())) storage.setItem(key, JSON.stringify(kept));
    else storage.removeItem(key);
  } catch {
    return;
  }
}

/** Forgets the texts whose message has arrived. */
export function forgetSent(storage: Storage, messageIds: ReadonlySet<string>): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  for (const key of keys.filter((key) => key.startsWith(PREFIX))) {
    const kept = readKeptText(storage, key);
    if (!kept || messageIds.has(kept.formId)) storage.removeItem(key);
  }
}

/** The texts a person can type into a form; never passwords, files or hidden values. */
export function typedFields(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const control of form.elements) if (isTyped(control)) fields[control.name] = control.value;
  for (const control of form.elements) if (isChosen(control)) fields[control.name] = control.value;
  return fields;
}

/** Writes texts back into a form's fields; a field that is not empty keeps what it has. */
export function fillFields(form: HTMLFormElement, fields: Record<string, string>): void {
  for (const control of form.elements) {
    if (isTyped(control) && !control.value) control.value = fields[control.name] ?? "";
    if (control instanceof HTMLInputElement && control.type === "radio" && fields[control.name] === control.value)
      control.checked = true;
  }
}

const TYPED = new Set(["text", "email", "search", "tel", "url"]);

function isTyped(control: Element): control is HTMLInputElement | HTMLTextAreaElement {
  if (control instanceof HTMLTextAreaElement) return control.name !== "";
  return control instanceof HTMLInputElement && TYPED.has(control.type) && control.name !== "";
}

const isChosen = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "radio" && control.checked;

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null || !("formId" in value) || !("fields" in value)) return false;
  return typeof value.formId === "string" && typeof value.fields === "object" && value.fields !== null;
}
