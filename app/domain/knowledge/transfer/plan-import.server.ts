import { createHash } from "node:crypto";
import { safeFileName } from "~/domain/files/file-name";
import type { TextForm } from "../schema";
import { fewNotes } from "./few-notes";
import type { ReportItem } from "./import-report";
import { addressKey, type KnownHelp, type KnownText, textKey } from "./known-help";
import { type Place, TextPlaces } from "./place-texts";
import { type ArticlePart, checkTranslation, planArticle } from "./plan-article";
import { needsReview, type PlannedCategory, planCategories } from "./plan-categories";
import { checkForm, compareTexts, type Decision, decideText, outcomeOf } from "./plan-text";
import type { ReadHelp } from "./read-help.server";
import type { ReadText } from "./read-text";
import { picturesOf, resolveLinks } from "./resolve-links";
import { type Note, TransferProblem } from "./transfer-file";

/** A picture or file that a text shows; `id` is null while its article does not have it. */
export type PlannedPicture = { path: string; name: string; bytes: Uint8Array; id: string | null };

/** What an import does with one text that is new or differs. */
export type PlannedText = {
  item: ReportItem;
  read: ReadText;
  articleId: string;
  /** The article itself is begun with this text. */
  begins: boolean;
  /** The language as it is now; null when it is added. */
  known: KnownText | null;
  /** Its Markdown is final unless pictures are to be added. */
  form: TextForm;
  pictures: PlannedPicture[];
  /** The Markdown with the ids of pictures by path. */
  body(pictureIds: ReadonlyMap<string, string>): string;
  /** For a translation: its source is part of the import, too. */
  withSource: boolean;
  /** The article as a whole; null for a translation. */
  article: ArticlePart | null;
  decision: Decision;
};

export type ImportPlan = {
  known: KnownHelp;
  /** Parents first. */
  categories: PlannedCategory[];
  /** Source texts before their translations. */
  texts: PlannedText[];
  /** All that the report says, in its order. */
  items: ReportItem[];
};

/**
 * What an import would do, without doing anything: dry run and real run share it. New articles get their ids here, so
 * that texts can link to each other whichever comes first. Without `publish` everything becomes a draft.
 */
export function planImport(
  help: ReadHelp,
  known: KnownHelp,
  {
    publish,
    approvals,
  }: { publish: boolean; /** Who acts needs another's approval where a category wants it. */ approvals: boolean },
): ImportPlan {
  const categories = planCategories(help.categories, help.texts, known);
  const items: ReportItem[] = [...categories.values()].map(({ item }) => item);
  const refuse = (read: ReadText, error: unknown) => {
    if (!(error instanceof TransferProblem)) throw error;
    items.push(refusal(read, error.note));
  };

  // First where each text goes and what is wrong with it alone; then its links, which need the others' places.
  const places = new TextPlaces(known, new Set(help.texts.map(({ locale, slug }) => addressKey(locale, slug))));
  const placed: { read: ReadText; place: Place; article: ArticlePart | null }[] = [];
  const parts = new Map<string, ArticlePart>();
  for (const read of [...help.texts].sort(sourcesFirst)) {
    try {
      const place = places.find(read);
      const article = planWhole(read, place, parts, categories, known);
      checkForm(read, place.slug, read.markdown);
      places.take(read, place);
      if (article) parts.set(place.articleId, article);
      placed.push({ read, place, article });
    } catch (error) {
      refuse(read, error);
    }
  }

  const articleAt = new Map(placed.flatMap(({ read, place }) => (read.line ? [] : [[read.path, place.articleId]])));
  const pictures = new Pictures(help.pictures, known);
  const texts: PlannedText[] = [];
  for (const { read, place, article } of placed) {
    try {
      const shown = pictures.of(read, place.articleId);
      const body = (ids: ReadonlyMap<string, string>) =>
        resolveLinks(read, {
          article: (path) => articleAt.get(path) ?? null,
          picture: (path) => (help.pictures.has(path) ? (ids.get(path) ?? "new") : null),
        });
      const { markdown, notes } = body(new Map(shown.flatMap(({ path, id }) => (id ? [[path, id]] : []))));
      const form = checkForm(read, place.slug, markdown);
      const knownText = known.texts.get(textKey(place.articleId, read.locale)) ?? null;
      const wanted = publish ? read.state : "draft";
      const category =
        article?.category ??
        known.articles.get(place.articleId)?.category ??
        parts.get(place.articleId)?.category ??
        "";
      const approval = approvals && wanted === "published" && needsReview(category, categories, known);
      const decision = decideText({ wanted, approval, form, known: knownText });
      const acts = decision.saves || decision.next !== "nothing";
      const changes = [
        ...(acts ? compareTexts(form, knownText, wanted) : []),
        ...(place.begins ? [] : (article?.changes ?? [])),
      ];
      const status = place.begins || !knownText ? "new" : acts || changes.length ? "changed" : "same";
      const outcome = acts ? outcomeOf(decision, knownText) : undefined;
      const item: ReportItem = {
        ...aboutText(
          read,
          article?.kind ?? parts.get(place.articleId)?.kind ?? known.articles.get(place.articleId)?.kind,
        ),
        status,
        changes: status === "changed" ? changes : [],
        ...(outcome && { outcome }),
        notes: [...fewNotes(read.notes), ...place.notes, ...fewNotes(notes), ...decision.notes],
        ...(known.articles.has(place.articleId) && { articleId: place.articleId }),
      };
      items.push(item);
      if (status === "same") continue;
      const { articleId, begins } = place;
      const final = (ids: ReadonlyMap<string, string>) => body(ids).markdown;
      texts.push({
        item,
        read,
        articleId,
        begins,
        known: knownText,
        form,
        pictures: shown,
        body: final,
        withSource: read.source !== undefined && parts.has(articleId),
        article,
        decision,
      });
    } catch (error) {
      refuse(read, error);
    }
  }

  for (const { path, line, note } of help.problems) items.push(fileItem(path, "error", note, line));
  for (const path of pictures.unused())
    items.push(fileItem(path, "skipped", { code: "transfer:warning.pictureUnused" }));
  for (const path of help.skipped) items.push(fileItem(path, "skipped", { code: "transfer:warning.notUnderstood" }));
  for (const { path, note } of help.fileNotes) items.push(fileItem(path, "skipped", note));
  return { known, categories: [...categories.values()], texts, items: items.sort(inOrder) };
}

/** The article as a whole, for a text that it is translated from. */
function planWhole(
  read: ReadText,
  { articleId }: Place,
  parts: ReadonlyMap<string, ArticlePart>,
  categories: ReadonlyMap<string, PlannedCategory>,
  known: KnownHelp,
): ArticlePart | null {
  const article = known.articles.get(articleId) ?? null;
  const isTranslation = read.source !== undefined || (article && article.sourceLocale !== read.locale);
  if (!isTranslation) return planArticle(read, article, categories, known);
  const own = parts.get(articleId) ?? article;
  if (own) checkTranslation(read, own);
  return null;
}

/** Which pictures texts show, and which of them their articles have already: the same bytes under the same name. */
class Pictures {
  readonly #used = new Set<string>();
  readonly #digests = new Map<string, string>();

  constructor(
    readonly files: ReadonlyMap<string, Uint8Array>,
    readonly known: KnownHelp,
  ) {}

  of(read: ReadText, articleId: string): PlannedPicture[] {
    const own = this.known.articles.get(articleId)?.pictures ?? [];
    return picturesOf(read, (path) => this.files.has(path)).map((path) => {
      this.#used.add(path);
      const name = safeFileName(path);
      const twin = own.find((picture) => picture.name === name && picture.sha256 === this.#digest(path));
      return { path, name, bytes: this.files.get(path)!, id: twin?.id ?? null };
    });
  }

  unused(): string[] {
    return [...this.files.keys()].filter((path) => !this.#used.has(path));
  }

  #digest(path: string): string {
    const digest = this.#digests.get(path) ?? createHash("sha256").update(this.files.get(path)!).digest("hex");
    this.#digests.set(path, digest);
    return digest;
  }
}

const sourcesFirst = (a: ReadText, b: ReadText): number => Number(!!a.source) - Number(!!b.source);

const aboutText = ({ path, line, locale, title }: ReadText, kind?: "article" | "faq") => ({
  type: "text" as const,
  path,
  ...(line && { line }),
  locale,
  ...(kind && { kind }),
  title: title.slice(0, 200),
});

const refusal = (read: ReadText, note: Note): ReportItem => ({
  ...aboutText(read, read.kind),
  status: "error",
  changes: [],
  notes: [note],
});

const fileItem = (path: string, status: "error" | "skipped", note: Note, line?: number): ReportItem => ({
  type: "file",
  path,
  ...(line && { line }),
  title: "",
  status,
  changes: [],
  notes: [note],
});

const TYPES = ["category", "text", "file"];

/** Categories as listed, then texts and files by path and line. */
function inOrder(a: ReportItem, b: ReportItem): number {
  const type = TYPES.indexOf(a.type) - TYPES.indexOf(b.type);
  if (type || a.type === "category") return type;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0);
}
