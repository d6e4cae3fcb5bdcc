import type { SearchLocale } from "../document";
import { rootOf, rootsOf, russianRoot, russianRoots } from "../roots";
import type { Family } from "../settings";
import { isCyrillic } from "../words";
import type { Asked } from "./asked";
import type { FamilyIndex } from "./family-index";
import { findFamilies, findRussian } from "./word-statistics";

type Index = Pick<FamilyIndex, "sql" | "place">;
export type Related = { one: Asked; lexeme: string; documents: number };

/** Words of the same family in the reader's languages: of курить also курение, which the stemmers keep apart. */
export async function findRelated(
  index: Index,
  family: Family,
  asked: readonly Asked[],
  languages: readonly SearchLocale[],
): Promise<Related[]> {
  const able = asked.filter(({ exactQuery, code, key, filler }) => !exactQuery && !code && !filler && key.length > 3);
  const russian = languages.includes("ru") ? able.filter(({ key }) => isCyrillic(key)) : [];
  const found = await Promise.all([
    findByBaseForm(index, family, able, languages),
    findByRussianWord(index, family, russian),
  ]);
  return found.flat();
}

async function findByBaseForm(
  { sql, place }: Index,
  family: Family,
  asked: readonly Asked[],
  languages: readonly SearchLocale[],
): Promise<Related[]> {
  const able = asked.map((one) => ({
    one,
    roots: new Set(languages.flatMap((locale) => one.exact.flatMap((lexeme) => rootsOf(locale, lexeme)))),
  }));
  const roots = [...new Set(able.flatMap((word) => [...word.roots]))].filter((root) => root.length > 2);
  if (!roots.length) return [];
  const found = (await findFamilies(sql, place, family, roots, languages)).filter(
    ({ root, lexeme, locale }) => rootOf(locale, lexeme) === root,
  );
  return able.flatMap((word) => found.filter(({ root }) => word.roots.has(root)).map((row) => ({ ...row, ...word })));
}

async function findByRussianWord({ sql, place }: Index, family: Family, asked: readonly Asked[]): Promise<Related[]> {
  const able = asked.map((one) => ({ one, roots: russianRoots(one.key) }));
  const roots = [...new Set(able.flatMap((word) => word.roots))];
  if (!roots.length) return [];
  const found = (await findRussian(sql, place, family, roots)).filter(({ root, word }) => russianRoot(word) === root);
  return able.flatMap(({ one, roots }) =>
    found.filter(({ root }) => roots.includes(root)).map(({ lexeme, documents }) => ({ one, lexeme, documents })),
  );
}
