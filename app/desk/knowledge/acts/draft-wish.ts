import { z } from "zod";
import { createArticle } from "~/domain/knowledge/create-article.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { createArticleForm, textLocale } from "~/domain/knowledge/schema";
import { parse, readInput } from "~/http/forms.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";

const wishForm = z.object({ locale: textLocale, query: z.string().trim().min(1).max(300) });

/** A draft whose title is what was searched for, in the first category; the editor moves it where it belongs. */
export const action = agentAction(async (ctx, { request }) => {
  const { locale, query } = await readInput(ctx, request, wishForm);
  const category = (await listCategoryTree(ctx)).find(({ archivedAt }) => !archivedAt);
  if (!category)
    return redirectWithToast(paths.desk.knowledge("to-write"), { key: "knowledge:new.noCategory", tone: "warn" });
  const title = query.charAt(0).toUpperCase() + query.slice(1, 200);
  const form = parse(createArticleForm, { kind: "faq", categoryId: category.id, locale, title, keywords: query });
  const { articleId } = await createArticle(ctx, form);
  return redirectWithToast(paths.desk.knowledge(articleId, { lang: locale }), { key: "knowledge:toast.begun" });
});
