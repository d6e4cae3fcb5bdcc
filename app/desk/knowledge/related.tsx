import { Form, useLoaderData } from "@remix-run/react";
import { ArrowDown, ArrowUp, Link2 } from "lucide-react";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Icon } from "~/components/ui/icon";
import { SearchInput } from "~/components/ui/search-input";
import { getArticleForDesk } from "~/domain/knowledge/get-article-for-desk.server";
import { listArticles } from "~/domain/knowledge/list-articles.server";
import { MAX_RELATED } from "~/domain/knowledge/schema";
import { setRelatedArticles } from "~/domain/knowledge/set-related-articles.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { forbidden } from "~/lib/errors";
import { isId } from "~/lib/id";
import { Sheet } from "../sheet";
import { changeRelated } from "./change-related";
import { readWords } from "./read-filters";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request, params }) => {
  const articleId = idParam(params, "articleId");
  const article = await getArticleForDesk(ctx, { articleId });
  if (!article.may.publish) throw forbidden();
  const q = readWords(new URL(request.url).searchParams);
  const found = q ? (await listArticles(ctx, { words: q, state: "published", after: null })).rows : [];
  const taken = new Set([articleId, ...article.related.filter(({ chosen }) => chosen).map(({ id }) => id)]);
  return {
    title: translator(ctx.locale)("knowledge:related.title"),
    articleId,
    name: article.text?.draft.title ?? "",
    chosen: article.related.filter(({ chosen }) => chosen),
    byEngine: article.related.filter(({ chosen }) => !chosen),
    q,
    found: found.filter(({ id }) => !taken.has(id)).map(({ id, texts }) => ({ id, name: texts[0]?.title ?? "" })),
    full: taken.size > MAX_RELATED,
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const articleId = idParam(params, "articleId");
  const form = await readForm(ctx, request);
  const id = String(form.get("id") ?? "");
  const act = String(form.get("act") ?? "");
  const change = (before: readonly string[]) => (isId(id) ? changeRelated(before, id, act) : before);
  await setRelatedArticles(ctx, articleId, change, { chosen: true });
  const q = String(form.get("q") ?? "");
  return redirectWithToast(paths.desk.knowledge(`${articleId}/related`, { q }), { key: "knowledge:toast.saved" });
});

/** Related articles chosen by hand, in their order; without a choice the search engine finds them. */
export default function Related() {
  const { title, articleId, name, chosen, byEngine, q, found, full } = useLoaderData<typeof loader>();
  const t = useT();
  const titleOf = (one: { name: string }) => one.name || t("knowledge:list.untitled");
  const act = (id: string, what: string, label: string, button: Parameters<typeof Button>[0]) => (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="q" value={q} />
      <Button size="sm" variant="ghost" name="act" value={what} aria-label={label} {...button} />
    </Form>
  );
  return (
    <Sheet
      slim
      title={title}
      lead={t("knowledge:related.lead")}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: paths.desk.knowledge(articleId), label: <bdi>{name || t("knowledge:list.untitled")}</bdi> },
      ]}
    >
      <Card id="chosen" title={t("knowledge:related.chosen")}>
        {chosen.length > 0 ? (
          <ol>
            {chosen.map((one, index) => (
              <li key={one.id} className="flex flex-wrap items-center gap-1 border-t px-(--pad) py-2">
                <bdi className="min-w-0 flex-1 basis-40 wrap-anywhere">{titleOf(one)}</bdi>
                {act(one.id, "up", t("desk:admin.up", { name: titleOf(one) }), {
                  square: true,
                  disabled: index === 0,
                  icon: <Icon of={ArrowUp} size={15} />,
                })}
                {act(one.id, "down", t("desk:admin.down", { name: titleOf(one) }), {
                  square: true,
                  disabled: index === chosen.length - 1,
                  icon: <Icon of={ArrowDown} size={15} />,
                })}
                {act(one.id, "remove", t("knowledge:related.removeOf", { name: titleOf(one) }), {
                  children: t("knowledge:pictures.remove"),
                })}
              </li>
            ))}
          </ol>
        ) : (
          <EmptyState icon={Link2} title={t("knowledge:related.noChoice")}>
            {byEngine.length > 0
              ? t("knowledge:related.byEngine", { titles: byEngine.map(titleOf).join(" · ") })
              : t("knowledge:related.byEngineLater")}
          </EmptyState>
        )}
      </Card>
      <Card padded id="add" title={t("knowledge:related.add")}>
        <Form method="get" role="search" className="mb-3 flex flex-wrap gap-2">
          <div className="min-w-0 flex-1 basis-52">
            <SearchInput
              key={q}
              label={t("knowledge:filter.words")}
              placeholder={t("knowledge:filter.words")}
              defaultValue={q}
            />
          </div>
          <Button>{t("common:search")}</Button>
        </Form>
        {found.length > 0 ? (
          <ul className="grid gap-1">
            {found.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-2">
                <bdi className="min-w-0 flex-1 basis-40 wrap-anywhere">{titleOf(one)}</bdi>
                {act(one.id, "add", t("knowledge:related.addOf", { name: titleOf(one) }), {
                  children: t("desk:facts.add"),
                  variant: "default",
                  disabled: full,
                })}
              </li>
            ))}
          </ul>
        ) : q ? (
          <p className="muted small">{t("knowledge:list.notFound")}</p>
        ) : null}
        <LinkButton className="mt-3" size="sm" variant="ghost" href={paths.desk.knowledge(articleId)}>
          {t("knowledge:review.back")}
        </LinkButton>
      </Card>
    </Sheet>
  );
}
