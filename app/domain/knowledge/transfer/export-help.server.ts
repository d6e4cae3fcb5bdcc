import { readFileBytes } from "~/domain/files/read-file-bytes.server";
import type { Ctx } from "~/platform/ctx.server";
import { articleIdOf, fileIdOf } from "../markdown/link-target";
import { requireEditor } from "../policy";
import { TEXT_LOCALES } from "../schema";
import { slugify } from "../slug";
import { PicturePaths, TextPaths, withFileLinks } from "./export-paths";
import {
  type ExportCategory,
  type ExportPlace,
  type ExportText,
  loadExportCategories,
  loadExportPlaces,
  loadExportTexts,
} from "./load-export.server";
import { CATEGORIES_FILE, type TransferFile } from "./transfer-file";
import { writeCategories, writeTextFile, type WrittenCategory } from "./write-text-file.server";

const BATCH = 50;

/**
 * The knowledge base as the files an import reads, one after another: categories.yaml, then texts by path, each followed
 * by the pictures that it is the first to show. Published texts as readers see them, others as drafts; deleted articles,
 * unpublished changes, old versions, votes and news are not in it. The same contents give the same bytes. For editors.
 */
export async function* exportHelp(ctx: Ctx): AsyncGenerator<TransferFile> {
  requireEditor(ctx.actor);
  const categories = await loadExportCategories(ctx);
  if (categories.length) yield file(CATEGORIES_FILE, writeCategories(categories.map(writtenCategory)));
  const places = await loadExportPlaces(ctx);
  const paths = new TextPaths();
  for (const { articleId, locale, sourceLocale, category, slug, title } of places)
    paths.add(articleId, locale, category, slug || slugify(title) || articleId, locale === sourceLocale);
  const pictures = new PicturePaths();
  const ordered = places
    .map((place) => ({ ...place, ...paths.get(place.articleId, place.locale)! }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (let start = 0; start < ordered.length; start += BATCH) {
    const batch = ordered.slice(start, start + BATCH);
    const texts = await loadExportTexts(ctx, [...new Set(batch.map(({ articleId }) => articleId))]);
    for (const place of batch) {
      const text = texts.find(({ articleId, locale }) => articleId === place.articleId && locale === place.locale);
      if (text) yield* exportText(text, place, paths, pictures);
    }
  }
}

async function* exportText(
  text: ExportText,
  { path, locale, sourceLocale }: ExportPlace & { path: string },
  paths: TextPaths,
  pictures: PicturePaths,
): AsyncGenerator<TransferFile> {
  const added: { path: string; fileId: string }[] = [];
  const markdown = withFileLinks(text.markdown, path, {
    picture(address) {
      const id = fileIdOf(address);
      const picture = text.pictures.find((own) => own.id === id);
      if (!picture) return null;
      const place = pictures.place(picture.name, picture.sha256);
      if (place.fresh) added.push({ path: place.path, fileId: picture.fileId });
      return place.path;
    },
    article(address) {
      const target = articleIdOf(address);
      if (!target) return null;
      const there = paths.linked(target.articleId, locale);
      return there ? { path: there, fragment: target.fragment } : null;
    },
  });
  const source = locale === sourceLocale ? null : paths.get(text.articleId, sourceLocale);
  yield file(
    path,
    writeTextFile({
      title: text.title,
      ...(text.kind === "faq" && { kind: "faq" }),
      summary: text.summary,
      keywords: text.keywords
        .split(",")
        .map((word) => word.trim())
        .filter(Boolean),
      ...(source ? {} : aboutArticle(text)),
      ...(!text.published && { state: "draft" }),
      ...(source && { translationOf: source.slug }),
      ...(source && sourceLocale !== "en" && { sourceLocale }),
      ...(text.updated && { updated: text.updated }),
      markdown,
    }),
  );
  for (const { path, fileId } of added) yield { path, bytes: await readFileBytes(fileId) };
}

const file = (path: string, text: string): TransferFile => ({ path, bytes: new TextEncoder().encode(text) });

const writtenCategory = ({
  slug,
  parent,
  icon,
  names,
  descriptions,
  needsReview,
}: ExportCategory): WrittenCategory => ({
  slug,
  ...(parent && { parent }),
  icon,
  names: inOrder(names),
  descriptions: inOrder(descriptions),
  ...(needsReview && { needsReview }),
});

const inOrder = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(TEXT_LOCALES.flatMap((locale) => (texts[locale] ? [[locale, texts[locale]]] : [])));

const aboutArticle = ({ audience, organizations, position, reviewBy }: ExportText) => ({
  ...(audience !== "public" && { audience }),
  organizations,
  position,
  ...(reviewBy && { reviewBy }),
});
