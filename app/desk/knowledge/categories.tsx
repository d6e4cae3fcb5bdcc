import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FolderTree } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { isEditor } from "~/domain/knowledge/policy";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentLoader } from "~/http/route.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import styles from "~/styles/desk-knowledge.css?url";
import { Sheet } from "../sheet";
import { CategoryBranch } from "./category-branch";
import { KnowledgeTabs } from "./knowledge-tabs";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = pageTitle;

export const loader = agentLoader(async (ctx) => ({
  title: translator(ctx.locale)("knowledge:category.title"),
  tree: await listCategoryTree(ctx),
  editor: isEditor(ctx.actor),
}));

/** The help centre's tree. */
export default function Categories() {
  const { title, tree, editor } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Sheet
      title={title}
      lead={t("knowledge:category.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
      actions={
        editor ? (
          <LinkButton variant="primary" size="sm" href={paths.desk.knowledge("categories/new")}>
            {t("knowledge:category.new")}
          </LinkButton>
        ) : undefined
      }
    >
      <KnowledgeTabs current="categories" />
      <Card>
        {tree.length > 0 ? (
          <CategoryBranch tree={tree} parentId={null} editor={editor} />
        ) : (
          <EmptyState icon={FolderTree} title={t("knowledge:category.empty")}>
            {t("knowledge:new.noCategoryText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
