import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { assertWritesNews } from "~/domain/knowledge/news-policy";
import { saveNews } from "~/domain/knowledge/save-news.server";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { editorAction, editorLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { categoryOptions } from "../knowledge/category-words";
import { Sheet } from "../sheet";
import { findOrganizations } from "./find-organizations.server";
import { type NewsAnswer, NewsFields } from "./news-fields";
import { readNewsForm } from "./read-news-form.server";

export const meta = pageTitle;

export const loader = editorLoader(async (ctx) => {
  assertWritesNews(ctx.actor);
  return {
    title: translator(ctx.locale)("news:new"),
    topics: categoryOptions(await listCategoryTree(ctx), ctx.locale),
  };
});

export const action = editorAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  if (form.has("find")) return findOrganizations(ctx, request, form);
  const { newsId } = await saveNews(ctx, null, readNewsForm(form));
  return redirect(paths.desk.news(newsId));
});

/** News begins as a draft. */
export default function NewNews() {
  const { title, topics } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as NewsAnswer | undefined;
  const t = useT();
  return (
    <Sheet slim title={title} crumbs={[{ href: paths.desk.news(), label: t("news:title") }]}>
      <Card padded>
        <Form method="post" className="form" preventScrollReset>
          {/* Enter in a field presses a form's first button: it saves. */}
          <button hidden aria-label={t("desk:admin.save")} />
          <FailureErrors of={answer?.failure ? { failure: answer.failure } : undefined} />
          <NewsFields news={null} topics={topics} answer={answer} />
          <div className="form-actions">
            <Button variant="primary">{t("news:saveDraft")}</Button>
            <LinkButton href={paths.desk.news()}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
