import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { addNewsUpdate } from "~/domain/knowledge/add-news-update.server";
import { getDeskNews } from "~/domain/knowledge/get-desk-news.server";
import { assertWritesNews } from "~/domain/knowledge/news-policy";
import { readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction, editorLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { readUpdateForm } from "./read-news-form.server";
import { TextFields } from "./text-fields";

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { params }) => {
  assertWritesNews(ctx.actor);
  const { id, kind, solvedAt, followers, texts } = await getDeskNews(ctx, idParam(params, "newsId"));
  const name = texts[ctx.locale]?.title ?? Object.values(texts)[0]?.title ?? "—";
  const title = translator(ctx.locale)("news:addUpdate");
  return { title, id, name, solvable: kind === "problem" && solvedAt === null, followers };
});

export const action = editorAction(async (ctx, { request, params }) => {
  const newsId = idParam(params, "newsId");
  const form = await readForm(ctx, request);
  await addNewsUpdate(ctx, newsId, readUpdateForm(form), { solve: form.get("solve") === "yes" });
  return redirectWithToast(paths.desk.news(newsId), { key: "news:toast.updated" });
});

/** What is new about it; its followers get one mail. */
export default function UpdateNews() {
  const { title, id, name, solvable, followers } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const crumbs = [
    { href: paths.desk.news(), label: t("news:title") },
    { href: paths.desk.news(id), label: name },
  ];
  return (
    <Sheet slim title={title} crumbs={crumbs} lead={t("news:followers", { count: followers })}>
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <TextFields texts={{}} values={failed?.values} errors={failed?.failure.fields ?? {}} rows={4} />
          {solvable ? (
            <Checkbox
              name="solve"
              value="yes"
              label={t("news:solveToo")}
              defaultChecked={failed?.values.solve === "yes"}
            />
          ) : null}
          <div className="form-actions">
            <Button variant="primary">{t("news:addUpdate")}</Button>
            <LinkButton href={paths.desk.news(id)}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
