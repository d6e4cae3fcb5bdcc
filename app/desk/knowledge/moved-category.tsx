import type { Option } from "~/components/ui/select";
import type { CategoryNode } from "~/domain/knowledge/article-views";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { useT } from "~/i18n/use-t";
import { Differences } from "./editor/differences";

type Props = {
  category: Pick<CategoryNode, "parentId" | "slug" | "names" | "descriptions" | "icon" | "needsReview">;
  typed: Record<string, string>;
  parents: readonly Option[];
};

/** A category as somebody saved it meanwhile, beside what was typed here. */
export function MovedCategory({ category, typed, parents }: Props) {
  const t = useT();
  const place = (id: string | null | undefined) =>
    parents.find(({ value }) => value === id)?.label ?? t("knowledge:category.top");
  const ticked = (wanted: boolean) => (wanted ? "✓" : "");
  const words = (["names", "descriptions"] as const).flatMap((field) =>
    LOCALES.map((locale) => ({
      label: `${t(`knowledge:category.${field}`)} (${LOCALE_NAMES[locale]})`,
      saved: category[field][locale] ?? "",
      typed: (typed[`${field}.${locale}`] ?? "").trim(),
    })),
  );
  return (
    <Differences
      parts={[
        ...words,
        { label: t("knowledge:category.parent"), saved: place(category.parentId), typed: place(typed.parentId) },
        { label: t("knowledge:category.icon"), saved: category.icon, typed: typed.icon ?? "" },
        { label: t("knowledge:field.slug"), saved: category.slug, typed: typed.slug ?? "" },
        {
          label: t("knowledge:category.needsReview"),
          saved: ticked(category.needsReview),
          typed: ticked(typed.needsReview === "yes"),
        },
      ]}
    >
      {t("knowledge:conflict.again")}
    </Differences>
  );
}
