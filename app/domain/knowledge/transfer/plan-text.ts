import { MAX_KEYWORDS, MAX_MARKDOWN, MAX_SUMMARY, MAX_TITLE, textForm, type TextForm } from "../schema";
import type { Change, ReportItem } from "./import-report";
import type { KnownText } from "./known-help";
import type { ReadText } from "./read-text";
import { type Note, problem, TransferProblem } from "./transfer-file";
import { trimText } from "./trim-text";

const LIMITS: Record<string, number> = {
  title: MAX_TITLE,
  summary: MAX_SUMMARY,
  keywords: MAX_KEYWORDS,
  markdown: MAX_MARKDOWN,
};

/** The text as the editor's own form would take it. */
export function checkForm(read: ReadText, slug: string, markdown: string): TextForm {
  const { title, summary, keywords } = read;
  const result = textForm.safeParse({ title, slug, summary, keywords, markdown });
  if (!result.success) {
    const key = String(result.error.issues[0]?.path[0] ?? "");
    throw problem("transfer:error.tooLong", { key, limit: LIMITS[key] ?? 0 }, read.line ? undefined : 1);
  }
  if (read.state === "published" && !markdown.trim()) throw problem("transfer:error.noText");
  return result.data;
}

export type Decision = {
  /** The draft differs and is saved. */
  saves: boolean;
  next: "publish" | "review" | "nothing";
  notes: Note[];
};

type Wish = {
  wanted: "published" | "draft";
  /** The category wants another's approval before it is published. */
  approval: boolean;
  form: TextForm;
  known: KnownText | null;
};

/**
 * What it takes to bring a text to where its file wants it. Work that somebody has not published yet is never thrown
 * away unseen: over a published text it stops the import of this file, a mere draft is replaced and that is said.
 */
export function decideText({ wanted, approval, form, known }: Wish): Decision {
  const next = wanted === "draft" ? "nothing" : approval ? "review" : "publish";
  if (!known) return { saves: true, next, notes: approval && next === "review" ? [NEEDS_REVIEW] : [] };
  const written = sameText(form, known.draft);
  const nothing = (...notes: Note[]): Decision => ({ saves: false, next: "nothing", notes });

  if (known.published && sameText(form, known.published))
    return nothing(...(written ? [] : [byEditor("transfer:warning.otherDraft", known)]));
  if (written && wanted === "draft") return nothing();
  if (written && known.work === "in_review") return nothing({ code: "transfer:warning.waitsForReview" });
  if (written && known.scheduled) return nothing({ code: "transfer:warning.scheduled" });
  if (known.work === "in_review") throw problem("knowledge:error.inReview");
  if (known.scheduled) throw problem("transfer:error.scheduled");
  if (known.published && known.work === "draft" && !written)
    throw new TransferProblem(byEditor("transfer:error.otherDraft", known));

  const notes: Note[] = next === "review" ? [NEEDS_REVIEW] : [];
  if (!written && !known.published)
    notes.push(
      known.editor ? byEditor("transfer:warning.replacesDraft", known) : { code: "transfer:warning.replacesOwnDraft" },
    );
  return { saves: !written, next, notes };
}

/** A draft of the product's own has nobody's name. */
const byEditor = (code: string, { editor }: KnownText): Note =>
  editor ? { code, params: { name: editor } } : { code: `${code}NoName` };

const NEEDS_REVIEW: Note = { code: "transfer:warning.needsReview" };

/** What differs from what readers see, or from the draft where nothing is published. */
export function compareTexts(form: TextForm, known: KnownText | null, wanted: "published" | "draft"): Change[] {
  if (!known) return [];
  const base = (wanted === "published" && known.published) || known.draft;
  const changes: Change[] = [];
  if (base.title !== form.title) changes.push("title");
  if (base.slug !== form.slug) changes.push("address");
  if (base.summary !== form.summary) changes.push("summary");
  if (base.keywords !== form.keywords) changes.push("keywords");
  if (!sameMarkdown(base.markdown, form.markdown)) changes.push("text");
  return changes.length || known.published || wanted === "draft" ? changes : ["state"];
}

const sameText = (a: TextForm, b: TextForm): boolean =>
  a.title === b.title &&
  a.slug === b.slug &&
  a.summary === b.summary &&
  a.keywords === b.keywords &&
  sameMarkdown(a.markdown, b.markdown);

/** Files end with their last word; an editor's text may have blank lines behind it, which readers never see. */
const sameMarkdown = (a: string, b: string): boolean => a === b || trimText(a) === trimText(b);

/** Where the text stands after the import. */
export function outcomeOf({ next }: Decision, known: KnownText | null): ReportItem["outcome"] {
  if (next === "publish") return "published";
  if (next === "review") return "review";
  return known?.published ? undefined : "draft";
}
