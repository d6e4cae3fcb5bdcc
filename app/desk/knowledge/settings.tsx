import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { listAgents } from "~/domain/identity/list-agents.server";
import { suggestOrganizations } from "~/domain/customers/suggest-organizations.server";
import { changeArticle } from "~/domain/knowledge/change-article.server";
import { getArticleForDesk } from "~/domain/knowledge/get-article-for-desk.server";
import { getSettingsMark } from "~/domain/knowledge/get-settings-mark.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { changeArticleForm } from "~/domain/knowledge/schema";
import { formObject, parse, readForm, typedText } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { forbidden, invalid } from "~/lib/errors";
import { Sheet } from "../sheet";
import { useDrawn } from "../use-drawn";
import { categoryOptions } from "./category-words";
import { MovedSettings } from "./moved-settings";
import { SettingsFields } from "./settings-fields";
import { readTypedTime, showTypedDay } from "./typed-time";

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { params }) => {
  const articleId = idParam(params, "articleId");
  // Before the rest: of what changes in between, the mark knows nothing.
  const mark = await getSettingsMark(ctx, articleId);
  const article = await getArticleForDesk(ctx, { articleId });
  if (!article.may.write) throw forbidden();
  const { id, kind, categoryId, audience, organizations, owner, reviewBy } = article;
  return {
    title: translator(ctx.locale)("knowledge:settings.title"),
    name: article.text?.draft.title ?? "",
    mark,
    settings: {
      id,
      kind,
      categoryId,
      audience,
      organizations,
      ownerId: owner?.id ?? null,
      reviewBy: reviewBy ? showTypedDay(reviewBy, ctx.timeZone) : "",
    },
    categories: categoryOptions(await listCategoryTree(ctx), ctx.locale, categoryId),
    colleagues: (await listAgents(ctx)).map(({ id, name }) => ({ value: id, label: name })),
  };
});

export const action = agentAction(async (ctx, { request, params }) => {
  const articleId = idParam(params, "articleId");
  const form = await readForm(ctx, request);
  if (form.has("find"))
    return { found: await suggestOrganizations(ctx, String(form.get("q") ?? "")), values: typedText(request) };
  const day = String(form.get("reviewBy") ?? "");
  const reviewBy = day ? readTypedTime(day, ctx.timeZone) : null;
  if (day && !reviewBy) throw invalid("common:error.checkFields", { reviewBy: "knowledge:error.time" });
  const typed = formObject(form);
  await changeArticle(
    ctx,
    articleId,
    parse(changeArticleForm, {
      kind: typed.kind,
      categoryId: typed.categoryId,
      audience: typed.audience,
      organizationIds: form.getAll("organizationIds").map(String),
      ownerId: typed.ownerId ?? null,
      reviewBy,
    }),
    String(form.get("seen") ?? ""),
  );
  return redirectWithToast(paths.desk.knowledge(articleId), { key: "knowledge:toast.saved" });
});

/** After a conflict the page learns what is saved now: saving once more is meant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

type Found = { found: { id: string; name: string }[]; values: Record<string, string> };

/** What of an article is the same in all its languages. */
export default function ArticleSettings() {
  const { title, name, mark, settings, categories, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Partial<Failure & Found> | undefined;
  const t = useT();
  const here = paths.desk.knowledge(settings.id);
  const drawn = useDrawn(mark);
  const moved = answer?.failure?.code === "knowledge:error.moved";
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: here, label: <bdi>{name || t("knowledge:list.untitled")}</bdi> },
      ]}
    >
      {moved ? (
        <MovedSettings
          settings={settings}
          typed={answer.values ?? {}}
          categories={categories}
          colleagues={colleagues}
        />
      ) : null}
      <Card padded>
        <Form key={settings.id} method="post" className="form" preventScrollReset>
          {/* Enter in a field presses a form's first button: it saves. */}
          <button hidden aria-label={t("desk:admin.save")} />
          <FailureErrors of={answer?.failure ? { failure: answer.failure } : undefined} />
          <input type="hidden" name="seen" value={moved ? mark : (answer?.values?.seen ?? drawn)} />
          <SettingsFields
            settings={settings}
            categories={categories}
            colleagues={colleagues}
            found={answer?.found}
            values={answer?.values}
            errors={answer?.failure?.fields}
          />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={here}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
