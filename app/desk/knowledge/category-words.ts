import type { Option } from "~/components/ui/select";

type Names = Readonly<Record<string, string>>;
type Node = { id: string; parentId: string | null; names: Names; archivedAt: Date | string | null };

/** A category's name in a language, else in English, else in any. */
export const categoryName = (names: Names, locale: string): string =>
  names[locale] || names.en || Object.values(names).find(Boolean) || "—";

/** Names from the top down to the category: "Pumps › Repairs". */
export function categoryPath(tree: readonly Node[], id: string, locale: string): string {
  const byId = new Map(tree.map((node) => [node.id, node]));
  const names: string[] = [];
  for (let node = byId.get(id); node; node = node.parentId ? byId.get(node.parentId) : undefined)
    names.unshift(categoryName(node.names, locale));
  return names.join(" › ");
}

/** The tree as the choices of a list, each with its whole path; archived ones only where they are chosen already. */
export const categoryOptions = (tree: readonly Node[], locale: string, chosen?: string | null): Option[] =>
  tree
    .filter(({ id, archivedAt }) => !archivedAt || id === chosen)
    .map(({ id }) => ({ value: id, label: categoryPath(tree, id, locale) }));
