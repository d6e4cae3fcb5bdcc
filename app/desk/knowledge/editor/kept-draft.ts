const PREFIX = "article ";

export const DRAFT_FIELDS = ["title", "slug", "summary", "keywords", "markdown"] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];
export type DraftFields = Record<DraftField, string>;

/** What was typed and the revision it was typed upon. */
export type KeptDraft = { revision: number; fields: DraftFields };

/** One per person, article and language, so that nobody else at this screen finds it. */
export const keptDraftKey = (personId: string, articleId: string, locale: string): string =>
  `${PREFIX}${personId} ${articleId} ${locale}`;

/** A full or forbidden store is no reason to stop writing. */
export function keepDraft(storage: Storage, key: string, kept: KeptDraft): void {
  try {
    storage.setItem(key, JSON.stringify(kept));
  } catch {
    return;
  }
}

/** What is kept and differs from what is saved; what equals it is forgotten. */
export function findKeptDraft(storage: Storage, key: string, saved: DraftFields): KeptDraft | null {
  const kept = read(storage, key);
  if (kept && !sameDraft(kept.fields, saved)) return kept;
  storage.removeItem(key);
  return null;
}

export const sameDraft = (one: DraftFields, other: DraftFields): boolean =>
  DRAFT_FIELDS.every((name) => one[name] === other[name]);

/** The fields as they stand; browsers give a text's line ends as one letter here and send two. */
export function draftFieldsOf(form: HTMLFormElement): DraftFields {
  const data = new FormData(form);
  const field = (name: DraftField) => String(data.get(name) ?? "").replaceAll("\r\n", "\n");
  return {
    title: field("title"),
    slug: field("slug"),
    summary: field("summary"),
    keywords: field("keywords"),
    markdown: field("markdown"),
  };
}

/** Writes a draft into the form's fields. */
export function fillDraft(form: HTMLFormElement, fields: DraftFields): void {
  for (const name of DRAFT_FIELDS) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = fields[name];
  }
}

function read(storage: Storage, key: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null || !("revision" in value) || !("fields" in value)) return false;
  const { revision, fields } = value;
  if (typeof revision !== "number" || typeof fields !== "object" || fields === null) return false;
  return DRAFT_FIELDS.every((name) => typeof (fields as Record<string, unknown>)[name] === "string");
}
