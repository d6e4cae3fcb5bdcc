import type { LinksFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { changeCategory } from "~/domain/knowledge/change-category.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { moveCategory } from "~/domain/knowledge/move-category.server";
import { categoryForm } from "~/domain/knowledge/schema";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { idParam } from "~/http/params.server";
import { paths } from "~/http/paths";
import { editorAction, editorLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { useT } from "~/i18n/use-t";
import { notFound } from "~/lib/errors";
import styles from "~/styles/desk-knowledge.css?url";
import { ArchiveCard } from "../admin/archive-card";
import { Sheet } from "../sheet";
import { CategoryFields } from "./category-fields";
import { categoryName, categoryOptions } from "./category-words";
import { readCategoryFields } from "./read-category-form";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = pageTitle;

export const loader = editorLoader(async (ctx, { params }) => {
  const categoryId = idParam(params, "categoryId");
  const tree = await listCategoryTree(ctx);
  const category = tree.find(({ id }) => id === categoryId);
  if (!category) throw notFound();
  return {
    title: categoryName(category.names, ctx.locale),
    category,
    parents: categoryOptions(
      tree.filter(({ id }) => id !== categoryId),
      ctx.locale,
      category.parentId,
    ),
  };
});

export const action = editorAction(async (ctx, { request, params }) => {
  const categoryId = idParam(params, "categoryId");
  const fields = readCategoryFields(await readForm(ctx, request));
  const words = parse(categoryForm, fields);
  const before = (await listCategoryTree(ctx)).find(({ id }) => id === categoryId);
  if (!before) throw notFound();
  if (before.parentId !== fields.parentId) await moveCategory(ctx, categoryId, { parentId: fields.parentId });
  await changeCategory(ctx, categoryId, words);
  return redirectWithToast(paths.desk.knowledge("categories"), { key: "desk:toast.saved" });
});

/** A category: its names, its place, and whether its texts are read by a second person first. */
export default function EditCategory() {
  const { title, category, parents } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  return (
    <Sheet
      slim
      title={
        <>
          <bdi>{title}</bdi> {category.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
        </>
      }
      crumbs={[
        { href: paths.desk.knowledge(), label: t("knowledge:title") },
        { href: paths.desk.knowledge("categories"), label: t("knowledge:part.categories") },
      ]}
    >
      <Card padded>
        <Form method="post" className="form">
          <FailureErrors of={failed} />
          <CategoryFields category={category} parents={parents} parentId={category.parentId} failed={failed} />
          <div className="form-actions">
            <Button variant="primary">{t("desk:admin.save")}</Button>
            <LinkButton href={paths.desk.knowledge("categories")}>{t("common:cancel")}</LinkButton>
          </div>
        </Form>
      </Card>
      <ArchiveCard
        action={paths.desk.knowledge(`categories/${category.id}/archive`)}
        archived={category.archivedAt !== null}
      >
        {t("knowledge:category.archiveText")}
      </ArchiveCard>
    </Sheet>
  );
}
