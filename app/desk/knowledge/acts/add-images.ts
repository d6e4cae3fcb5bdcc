import { addArticleImage } from "~/domain/knowledge/add-article-image.server";
import { readFileBytes } from "~/domain/files/read-file-bytes.server";
import { takeUploads } from "~/domain/files/take-uploads.server";
import type { PersonCtx } from "~/http/ctx.server";
import { readForm } from "~/http/forms.server";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction } from "~/http/route.server";
import { asJson } from "../as-json.server";
import { redirectWithToast } from "~/http/toast.server";
import { DomainError, invalid } from "~/lib/errors";

/** Keeps pictures and files of an article: the editor's script gets the last one as JSON, a form goes back to its page. */
export const action = asJson(
  agentAction(async (ctx, { request, params }) => {
    const articleId = idParam(params, "articleId");
    if (request.headers.get("accept")?.includes("application/json")) {
      const { id, name, type } = await keep(ctx, request, articleId);
      return { id, name, address: `image:${id}`, picture: type.startsWith("image/") };
    }
    const lang = new URL(request.url).searchParams.get("lang");
    const here = `${paths.desk.knowledge(articleId, { lang })}#pictures`;
    try {
      await keep(ctx, request, articleId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === "not_found" || error.kind === "forbidden") throw error;
      const key = Object.values(error.fields)[0] ?? error.code;
      return redirectWithToast(here, { key, params: error.params, tone: "danger" });
    }
    return redirectWithToast(here, { key: "knowledge:toast.pictureAdded" });
  }),
);

async function keep(ctx: PersonCtx, request: Request, articleId: string) {
  const form = await readForm(ctx, request);
  const uploads = await takeUploads(ctx, form.getAll("files").map(String));
  let last: Awaited<ReturnType<typeof addArticleImage>> | undefined;
  for (const { fileId, name } of uploads)
    last = await addArticleImage(ctx, articleId, { name, bytes: await readFileBytes(fileId) });
  if (!last) throw invalid("knowledge:error.noFile", { files: "knowledge:error.noFile" });
  return last;
}
