import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { LinksFunction } from "@remix-run/node";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { createCategory } from "~/domain/knowledge/create-category.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { createCategoryForm } from "~/domain/knowledge/schema";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { editorAction, editorLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import styles from "~/styles/desk-knowledge.css?url";
import { Sheet } from "../sheet";
import { CategoryFields } from "./category-fields";
import { categoryOptions } from "./category-words";
import { readCategoryFields } from "./read-category-form";
import { readId } from "./read-filters";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { request }) => {
  return {
    title: translator(ctx.locale)("knowledge:category.new"),
    parentId: readId(new URL(request.url).searchParams, "parent"),
    parents: categoryOptions(await listCategoryTree(ctx), ctx.locale),
  };
});

export const action = editorAction(async (ctx, { request }) => {
  await createCategory(ctx, parse(createCategoryForm, readCategoryFields(await readForm(ctx, request))));
  return redirectWithToast(paths.desk.knowledge("categories"), { key: "knowledge:toast.categoryMade" });
});

/** A category of the help centre, at the top or inside another. */
export default function NewCategory() {
  const { title, parentId, parents } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={title}
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: paths.desk.knowledge("categories"), label: t("knowledge:part.categories") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <CategoryFields category={null} parents={parents} parentId={parentId} failed={failed} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.create")}</Button>
            <LinkButton href={paths.desk.knowledge("categories")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
    </Sheet>
  );
}
