import { Plus } from "lucide-react";
import { CategoryIcon } from "~/components/knowledge/category-icon";
import { LinkButton } from "~/components/ui/button";
import { Chip } from "~/components/ui/chip";
import { Icon } from "~/components/ui/icon";
import { MAX_CATEGORY_LEVELS } from "~/domain/knowledge/schema";
import { paths } from "~/http/paths";
import { LOCALES } from "~/i18n/config";
import { useI18n } from "~/i18n/use-t";
import { OrderButtons } from "../admin/order-buttons";
import { categoryName } from "./category-words";

export type CategoryNode = {
  id: string;
  parentId: string | null;
  names: Readonly<Record<string, string>>;
  icon: string;
  needsReview: boolean;
  archivedAt: Date | null;
  articles: number;
};

type Props = { tree: readonly CategoryNode[]; parentId: string | null; editor: boolean; level?: number };

/** The categories inside another, in their order, each with what is inside it. */
export function CategoryBranch({ tree, parentId, editor, level = 1 }: Props) {
  const { t, locale } = useI18n();
  const nodes = tree.filter((node) => node.parentId === parentId);
  if (!nodes.length) return null;
  return (
    <ul className="kb-tree">
      {nodes.map((node, index) => {
        const name = categoryName(node.names, locale);
        const missing = LOCALES.filter((language) => !node.names[language]);
        return (
          <li key={node.id}>
            <div className="flex flex-wrap items-center gap-2 border-t px-(--pad) py-2">
              <span className="text-ink-3">
                <CategoryIcon name={node.icon} />
              </span>
              <span className="min-w-0 flex-1 basis-40">
                {editor ? (
                  <a className="font-semibold wrap-anywhere" href={paths.desk.knowledge(`categories/${node.id}`)}>
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi className="font-semibold wrap-anywhere">{name}</bdi>
                )}{" "}
                <a className="muted small num" href={paths.desk.knowledge("", { category: node.id })}>
                  {t("knowledge:category.articles", { count: node.articles })}
                </a>
              </span>
              {node.archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
              {node.needsReview ? <Chip tone="info">{t("knowledge:category.reviewed")}</Chip> : null}
              {missing.length > 0 ? (
                <Chip tone="warn">
                  {t("knowledge:category.missing", {
                    languages: missing.map((language) => language.toUpperCase()).join(" "),
                  })}
                </Chip>
              ) : null}
              {editor ? (
                <span className="ml-auto flex items-center gap-2">
                  {level < MAX_CATEGORY_LEVELS && !node.archivedAt ? (
                    <LinkButton
                      size="sm"
                      variant="ghost"
                      square
                      href={paths.desk.knowledge("categories/new", { parent: node.id })}
                      aria-label={t("knowledge:category.addInside", { name })}
                      icon={<Icon of={Plus} size={15} />}
                    />
                  ) : null}
                  <OrderButtons
                    action={paths.desk.knowledge(`categories/${node.id}/position`)}
                    name={name}
                    first={index === 0}
                    last={index === nodes.length - 1}
                  />
                </span>
              ) : null}
            </div>
            <CategoryBranch tree={tree} parentId={node.id} editor={editor} level={level + 1} />
          </li>
        );
      })}
    </ul>
  );
}
