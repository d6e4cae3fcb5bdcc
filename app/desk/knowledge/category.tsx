import type { LinksFunction } from "@remix-run/node";
import { Form, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { categoryMark } from "~/domain/knowledge/category-mark.server";
import { changeCategory } from "~/domain/knowledge/change-category.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
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
import { useDrawn } from "../use-drawn";
import { CategoryFields } from "./category-fields";
import { categoryName, categoryOptions } from "./category-words";
import { MovedCategory } from "./moved-category";
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
    mark: categoryMark(category),
    parents: categoryOptions(
      tree.filter(({ id }) => id !== categoryId),
      ctx.locale,
      category.parentId,
    ),
  };
});

export const action = editorAction(async (ctx, { request, params }) => {
  const categoryId = idParam(params, "categoryId");
  const form = await readForm(ctx, request);
  const fields = readCategoryFields(form);
  const seen = String(form.get("seen") ?? "");
  await changeCategory(ctx, categoryId, parse(categoryForm, fields), { parentId: fields.parentId, seen });
  return redirectWithToast(paths.desk.knowledge("categories"), { key: "desk:toast.saved" });
});

/** After a conflict the page learns what is saved now: saving once more is meant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

/** A category: its names, its place, and whether its texts are read by a second person first. */
export default function EditCategory() {
  const { title, category, mark, parents } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const t = useT();
  const drawn = useDrawn(mark);
  const moved = failed?.failure.code === "knowledge:error.moved";
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
      {moved ? <MovedCategory category={category} typed={failed.values} parents={parents} /> : null}
      <Card padded>
        <Form key={category.id} method="post" className="form">
          <FailureErrors of={failed} />
          <input type="hidden" name="seen" value={moved ? mark : (failed?.values.seen ?? drawn)} />
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
