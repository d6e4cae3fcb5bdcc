import { familyOf, nameInFamily } from "~/lib/conditions/schema";

/** Whose facts the conditions ask for: the namespace that words them. */
export type FactNamespace = "routing" | "mailrules";

type T = (key: string, params?: Record<string, string | number>) => string;

/** A fact's name in the reader's language: `header:list-id` is "Header list-id", `header:*` any header. */
export function factWords(t: T, words: FactNamespace, fact: string): string {
  const family = familyOf(fact);
  if (!family) return t(`${words}:conditions.fact.${fact}`);
  const name = nameInFamily(fact);
  const key = `${words}:conditions.fact.${family.slice(0, -2)}`;
  return name ? t(`${key}Named`, { name }) : t(key);
}
