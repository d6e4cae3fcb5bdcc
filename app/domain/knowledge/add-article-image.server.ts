import { safeFileName } from "~/domain/files/file-name";
import { isSafeImage, sniffType } from "~/domain/files/file-type";
import { storeFile } from "~/domain/files/store-file.server";
import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import type { Ctx } from "~/platform/ctx.server";
import { recordEvent } from "~/platform/events.server";
import { inTransaction } from "~/platform/transaction.server";
import type { ArticleImageView } from "./article-views";
import "./events";
import { imageSize } from "./image-size";
import { lockArticle } from "./internal/locked-article.server";
import { storable } from "./internal/storable-text";
import { touchArticle } from "./internal/touch-article.server";
import { authorize } from "./policy";

/**
 * Keeps a picture or PDF of an article, which its texts show by `image:<id>`. What the bytes are decides, not the name;
 * anything else is refused (`knowledge:error.image`). The same file under the same name is kept once.
 */
export async function addArticleImage(
  ctx: Ctx,
  articleId: string,
  { name: given, bytes }: { name: string; bytes: Uint8Array },
): Promise<ArticleImageView> {
  const name = safeFileName(given);
  const type = sniffType(bytes);
  const size = imageSize(bytes);
  if (!type || (isSafeImage(type) && !size))
    throw invalid("common:error.checkFields", { file: "knowledge:error.image" }, { name: storable(name) });
  const { width, height } = isSafeImage(type) && size ? size : { width: null, height: null };
  await inTransaction(ctx, async (ctx) => authorize(ctx.actor, "article.write", await lockArticle(ctx, articleId)));
  const { fileId, size: length } = await storeFile(ctx, bytes);

  return inTransaction(ctx, async (ctx) => {
    authorize(ctx.actor, "article.write", await lockArticle(ctx, articleId));
    const known = await ctx.db.articleImage.findFirst({ where: { articleId, fileId, name }, select: { id: true } });
    const id = known?.id ?? newId(ctx.now.getTime());
    if (!known) {
      const data = { id, articleId, fileId, name, type, width, height, createdAt: ctx.now };
      await ctx.db.articleImage.createMany({ data });
      await recordEvent(ctx, "article.image_added", {}, { articleId, imageId: id });
      await touchArticle(ctx, articleId);
    }
    return { id, name, type, width, height, size: length };
  });
}
