import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { castCtx, organizations, STORY_TIME } from "#tests/support/cast";
import { helpFile, PNG } from "#tests/support/help-files";
import { useDatabase } from "#tests/support/use-database";
import { deleteArticle } from "../delete-article.server";
import { saveDraft } from "../save-draft.server";
import { exportHelp } from "./export-help.server";
import { importHelp } from "./import-help.server";
import { zipOf } from "./pack-zip.server";
import { summariseExport } from "./summarise-export.server";
import type { TransferFile } from "./transfer-file";

useDatabase();
const db = () => database().prisma;

async function clear() {
  await db().article.deleteMany();
  await db().articleCategory.deleteMany();
}
beforeEach(async () => {
  freezeClock(STORY_TIME);
  await clear();
});

async function exported(): Promise<TransferFile[]> {
  const files: TransferFile[] = [];
  for await (const file of exportHelp(systemCtx())) files.push(file);
  return files;
}
const textOf = (files: readonly TransferFile[], path: string) =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
const errorsOf = async (files: readonly TransferFile[]) =>
  (await importHelp(systemCtx(), files, { dryRun: false })).items.filter(({ status }) => status === "error");

const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\p{C}\p{Z}]+/gu, " ").trim())
  .filter(Boolean);
const title = fc.oneof(
  words,
  fc.constantFrom("yes", "2026", "a: b", "- x", "# no", "'q'", '"q"', "null", "&a *b", "{x}", "ёлка, ș/ț"),
);
const line = fc.oneof(
  words,
  fc.constantFrom(
    "",
    "---",
    "```",
    "> [!NOTE]",
    "- [ ] a",
    "| a | b |",
    "\tcode",
    "    [x](a.md)",
    "![](none.png)",
    "\\[x](y)",
    "<b>x</b>",
    "[r]: https://x.example",
  ),
);
const text = fc.record({
  title,
  summary: fc.oneof(fc.constant(""), title),
  keywords: fc.array(
    words.map((word) => word.replaceAll(",", "")).filter((word) => word.trim() !== ""),
    { maxLength: 3 },
  ),
  lines: fc.array(line, { maxLength: 8 }),
  links: fc.array(fc.nat(20), { maxLength: 3 }),
  pictures: fc.array(fc.nat(3), { maxLength: 2 }),
  draft: fc.boolean(),
});
const article = fc.record({
  kind: fc.constantFrom("article", "faq"),
  audience: fc.constantFrom("public", "customers", "agents", "organizations"),
  category: fc.nat(2),
  source: fc.constantFrom("en", "it"),
  reviewBy: fc.boolean(),
  texts: fc.record({ en: text, it: fc.option(text), ru: fc.option(text) }),
});
type Made = ReturnType<typeof sample>;
const sample = () => fc.sample(article, 1)[0]!;

const CATEGORIES = helpFile(
  "categories.yaml",
  '- slug: c0\n  names: { en: "A: b", ru: Ёж }\n  icon: truck\n- slug: c1\n  parent: c0\n  names: { it: "2026" }\n  descriptions: { it: "sì, no" }\n- slug: c2\n  names: { en: C }\n',
);
/** The same name for different bytes, and the same bytes under two names. */
const PICTURES: [string, Uint8Array][] = [
  ["images/a.png", PNG],
  ["images/deep/a.png", Buffer.concat([PNG, Buffer.from("2")])],
  ["images/b (1).png", PNG],
];

/** A folder in which every text links to others and shows pictures. */
function folderOf(articles: readonly Made[]): TransferFile[] {
  const files: TransferFile[] = [CATEGORIES, ...PICTURES.map(([path, bytes]) => helpFile(path, bytes))];
  articles.forEach(({ kind, audience, category, source, reviewBy, texts }, n) => {
    const own = source === "it" && texts.it ? "it" : "en";
    for (const [locale, made] of Object.entries(texts)) {
      if (!made) continue;
      const front = {
        title: made.title,
        summary: made.summary,
        keywords: made.keywords,
        ...(made.draft && { state: "draft" }),
        ...(locale === own
          ? {
              kind,
              audience,
              ...(audience === "organizations" && { organizations: [organizations.marchetti.name] }),
              ...(reviewBy && { reviewBy: "2027-01-31" }),
            }
          : { translationOf: `t${n}`, sourceLocale: own }),
      };
      const links = made.links.map((to) => {
        const target = articles[to % articles.length]!;
        return `[l](../c${target.category}/t${to % articles.length}.md#part-${to})`;
      });
      const pictures = made.pictures.map((i) => `![p](<../../${PICTURES[i % 3]![0]}>)`);
      const body = [...links, "", ...pictures, "", ...made.lines, "", "End."].join("\n");
      files.push(helpFile(`${locale}/c${category}/t${n}.md`, `---\n${JSON.stringify(front)}\n---\n\n${body}`));
    }
  });
  return files;
}

describe("exportHelp", () => {
  test("gives back what an import reads: export, import into an empty knowledge base, export, the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 4 }), async (articles) => {
        await clear();
        expect(await errorsOf(folderOf(articles))).toEqual([]);
        const first = await exported();
        await clear();
        expect(await errorsOf(first)).toEqual([]);
        const second = await exported();
        expect(second.map(({ path }) => path)).toEqual(first.map(({ path }) => path));
        for (const { path } of first.filter(({ path }) => !path.startsWith("images/")))
          expect(textOf(second, path)).toBe(textOf(first, path));
        expect(await zipOf(second)).toEqual(await zipOf(first));
        const again = await importHelp(systemCtx(), second, { dryRun: true });
        expect(again.items.filter(({ status }) => status !== "same")).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test("writes files that people would write", async () => {
    await errorsOf([
      helpFile("categories.yaml", "- slug: seals\n  icon: wrench\n  names: { en: Seals, it: Guarnizioni }\n"),
      helpFile(
        "en/seals/fit.md",
        "---\ntitle: Fit a seal\nsummary: In ten minutes.\nkeywords: [ring, gasket]\nupdated: 2026-10-01\n---\n\nSee ![it](../../images/seal.png) and [ordering](order.md#sizes).",
      ),
      helpFile(
        "it/seals/montare.md",
        "---\ntitle: Montare\ntranslationOf: fit\nstate: draft\n---\n\nVedi [ordinare](../../en/seals/order.md).",
      ),
      helpFile(
        "en/seals/order.md",
        "---\ntitle: How?\nkind: faq\naudience: customers\nupdated: 2026-10-02\n---\n\nSo.",
      ),
      helpFile("images/seal.png", PNG),
    ]);
    const files = await exported();
    expect(files.map(({ path }) => path)).toEqual([
      "categories.yaml",
      "en/seals/fit.md",
      "images/seal.png",
      "en/seals/order.md",
      "it/seals/montare.md",
    ]);
    expect(textOf(files, "categories.yaml")).toBe(
      "- slug: seals\n  icon: wrench\n  names:\n    en: Seals\n    it: Guarnizioni\n",
    );
    expect(textOf(files, "en/seals/fit.md")).toBe(
      "---\ntitle: Fit a seal\nsummary: In ten minutes.\nkeywords: [ring, gasket]\nposition: 0\nupdated: 2026-10-01\n---\n\nSee ![it](../../images/seal.png) and [ordering](order.md#sizes).\n",
    );
    expect(textOf(files, "en/seals/order.md")).toBe(
      "---\ntitle: How?\nkind: faq\naudience: customers\nposition: 1\nupdated: 2026-10-02\n---\n\nSo.\n",
    );
    expect(textOf(files, "it/seals/montare.md")).toBe(
      "---\ntitle: Montare\nstate: draft\ntranslationOf: fit\n---\n\nVedi [ordinare](../../en/seals/order.md).\n",
    );
  });

  test("leaves out deleted articles and unpublished changes, and says how many", async () => {
    await errorsOf([
      helpFile("en/a/one.md", "---\ntitle: One\n---\n\nPublished."),
      helpFile("en/a/two.md", "---\ntitle: Two\n---\n\nGone."),
      helpFile("en/a/three.md", "---\ntitle: Three\nstate: draft\n---\n\nDraft."),
    ]);
    const idOf = async (slug: string) =>
      (await db().articleText.findFirstOrThrow({ where: { draft: { slug } }, select: { articleId: true } })).articleId;
    const form = { title: "One", slug: "one", summary: "", keywords: "", markdown: "Not yet." };
    await saveDraft(castCtx("ada"), { articleId: await idOf("one"), locale: "en", ...form, revision: 1 });
    await deleteArticle(castCtx("ada"), await idOf("two"));
    const files = await exported();
    expect(files.map(({ path }) => path)).toEqual(["categories.yaml", "en/a/one.md", "en/a/three.md"]);
    expect(textOf(files, "en/a/one.md")).toContain("Published.");
    expect(await summariseExport(castCtx("ada"))).toEqual({
      articles: 2,
      texts: 2,
      drafts: 1,
      categories: 1,
      pending: 1,
      deleted: 1,
      unused: 0,
    });
  });

  test("is for editors", async () => {
    await expect(exportHelp(castCtx("sara")).next()).rejects.toMatchObject({ kind: "forbidden" });
    await expect(summariseExport(castCtx("giulia"))).rejects.toMatchObject({ kind: "forbidden" });
  });
});
