import { beforeEach, describe, expect, test } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { castCtx, organizations, STORY_TIME } from "#tests/support/cast";
import { helpFile, PNG } from "#tests/support/help-files";
import { useDatabase } from "#tests/support/use-database";
import { deleteArticle } from "../delete-article.server";
import { publishText } from "../publish-text.server";
import { saveDraft } from "../save-draft.server";
import { importHelp } from "./import-help.server";
import type { TransferFile } from "./transfer-file";

useDatabase();
const db = () => database().prisma;
const ada = () => castCtx("ada");

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().helpImport.deleteMany();
  await db().article.deleteMany();
  await db().articleCategory.deleteMany();
});

const CATEGORIES = helpFile("categories.yaml", "- slug: seals\n  names: { en: Seals, it: Guarnizioni }\n");
const FOLDER: TransferFile[] = [
  CATEGORIES,
  helpFile(
    "en/seals/fit.md",
    "---\ntitle: Fit a seal\nkeywords: [ring]\nupdated: 2026-10-01\nposition: 4\n---\n\nSee [how to order](order.md#sizes) and ![it](../../images/seal.png).",
  ),
  helpFile("en/seals/order.md", "---\ntitle: Order a seal\n---\n\n## Sizes\n\nBack to [fitting](fit.md)."),
  helpFile(
    "it/seals/montare.md",
    "---\ntitle: Montare\ntranslationOf: fit\n---\n\nVedi [ordinare](../../en/seals/order.md).",
  ),
  helpFile("faq.csv", "locale,category,question,answer\nen,seals,How often?,Each year.\n"),
  helpFile("images/seal.png", PNG),
];

/** A page as help centres keep them: a table that Markdown cannot have, with a picture and a link in it. */
const PAGE = helpFile(
  "en/seals/kinds.html",
  `<h1>Kinds</h1><table><tr><td><ul><li>See <a href="order.md#sizes">order</a></li></ul><img src="../../images/seal.png" alt="S"></td></tr></table>`,
);

const run = (files: readonly TransferFile[], ctx: Ctx = ada(), dryRun = false) => importHelp(ctx, files, { dryRun });
const said = async (files: readonly TransferFile[], ctx?: Ctx) =>
  (await run(files, ctx)).items
    .filter(({ status }) => status !== "same")
    .map(({ path, line, status, changes, notes, outcome }) =>
      [
        `${path}${line ? `:${line}` : ""}`,
        status,
        outcome,
        changes.join(),
        notes.map(({ code }) => code.split(".")[1]).join(),
      ]
        .filter(Boolean)
        .join(" "),
    );
const findText = (locale: string, slug: string) =>
  db().articleText.findFirstOrThrow({
    where: { locale, draft: { slug } },
    include: { draft: true, publishedVersion: true, article: { include: { images: true, organizations: true } } },
  });
const replaced = (path: string, content: string) => [
  ...FOLDER.filter((file) => file.path !== path),
  helpFile(path, content),
];

describe("importHelp", () => {
  test("says the same in a dry run, which changes nothing, and in the real run", async () => {
    const dry = await run(FOLDER, ada(), true);
    expect(await db().article.count()).toBe(0);
    const real = await run(FOLDER);
    const plain = ({ items }: typeof dry) => items.map((item) => ({ ...item, articleId: undefined }));
    expect(plain(real)).toEqual(plain(dry));
    expect(real.items.map(({ path, status, outcome }) => `${path} ${status} ${outcome ?? ""}`)).toEqual([
      "categories.yaml new ",
      "en/seals/fit.md new published",
      "en/seals/order.md new published",
      "faq.csv new published",
      "it/seals/montare.md new published",
    ]);
  });

  test("publishes texts whose links lead to articles and pictures of ours, whichever comes first", async () => {
    await run(FOLDER);
    const [fit, order, it] = [
      await findText("en", "fit"),
      await findText("en", "order"),
      await findText("it", "montare"),
    ];
    const picture = fit.article.images[0];
    expect(fit.publishedVersion?.markdown).toBe(
      `See [how to order](article:${order.articleId}#sizes) and ![it](image:${picture?.id}).`,
    );
    expect(order.publishedVersion?.markdown).toContain(`[fitting](article:${fit.articleId})`);
    expect(it.articleId).toBe(fit.articleId);
    expect(it.publishedVersion?.markdown).toContain(`article:${order.articleId}`);
    expect(fit.publishedVersion).toMatchObject({ keywords: "ring", note: "en/seals/fit.md" });
    expect(fit.updatedAt?.toISOString()).toBe("2026-10-01T12:00:00.000Z");
    expect(fit.article.position).toBe(4);
  });

  test("adds nothing a second time", async () => {
    await run(FOLDER);
    const before = await db().articleVersion.count();
    const again = await run(FOLDER);
    expect(again.items.map(({ status }) => status)).toEqual(["same", "same", "same", "same", "same"]);
    expect([await db().article.count(), await db().articleVersion.count(), await db().articleImage.count()]).toEqual([
      3,
      before,
      1,
    ]);
  });

  test("finds a text that an editor ended with blank lines the same", async () => {
    await run(FOLDER);
    const { articleId, draft } = await findText("en", "order");
    const { title, slug, summary, keywords, markdown, revision } = draft!;
    const text = { articleId, locale: "en" };
    await saveDraft(ada(), {
      ...text,
      revision,
      title,
      slug,
      summary,
      keywords,
      markdown: `\n${markdown.replaceAll("\n", "\r\n")}  \n\n`,
    });
    await publishText(ada(), text);
    expect(await said(FOLDER)).toEqual([]);
  });

  test("changes what differs", async () => {
    await run(FOLDER);
    const files = replaced(
      "en/seals/order.md",
      "---\ntitle: Order seals\naudience: agents\n---\n\nBack to [fitting](fit.md).",
    );
    expect(await said(files)).toEqual(["en/seals/order.md changed published title,text,audience"]);
    expect((await findText("en", "order")).article.audience).toBe("agents");
    expect(await said(files)).toEqual([]);
    const moved = [helpFile("en/pumps/order.md", "---\ntitle: Order seals\n---\n\nBack.")];
    expect(await said(moved)).toEqual([
      "en/pumps new categoryByFolder",
      "en/pumps/order.md changed published text,category",
    ]);
    expect((await findText("en", "order")).article.audience).toBe("agents");
  });

  test("goes on after a file that cannot be taken over", async () => {
    const bad = helpFile(
      "en/seals/bad.md",
      "---\ntitle: Bad\naudience: organizations\norganizations: [Nobody]\n---\n\nx",
    );
    const half = helpFile("it/seals/half.md", "---\ntitle: Half\ntranslationOf: bad\n---\n\nx");
    expect(await said([...FOLDER, bad, half])).toContain("en/seals/bad.md error organizationUnknown");
    expect(await said([bad, half])).toEqual([
      "en/seals/bad.md error organizationUnknown",
      "it/seals/half.md error sourceMissing",
    ]);
    expect(await db().article.count()).toBe(3);
    const good = helpFile(
      "en/seals/bad.md",
      `---\ntitle: Good\norganizations: [${organizations.tanaka.name.toUpperCase()}]\n---\n\nx`,
    );
    expect(await said([good, half])).toEqual(["en/seals/bad.md new published", "it/seals/half.md new published"]);
    expect((await findText("en", "bad")).article).toMatchObject({ audience: "organizations", organizations: [{}] });
  });

  test("leaves no half of a file whose command is refused", async () => {
    await run(FOLDER);
    const plan = [
      helpFile("en/seals/late.md", "---\ntitle: Late\n---\n\n![x](../../images/seal.png)"),
      ...FOLDER.slice(-1),
    ];
    await db()
      .$executeRaw`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
    await db()
      .$executeRaw`create trigger refuse before insert on article_version for each row execute function refuse()`;
    const report = await run(plan);
    await db().$executeRaw`drop function refuse() cascade`;
    expect(report.items.find(({ path }) => path === "en/seals/late.md")).toMatchObject({
      status: "error",
      notes: [{ code: "transfer:error.unexpected" }],
    });
    expect(await db().articleDraft.count({ where: { title: "Late" } })).toBe(0);
    expect(await said(plan)).toEqual(["en/seals/late.md new published"]);
  });

  test("keeps what somebody has not published yet", async () => {
    await run(FOLDER);
    const { articleId, draft } = await findText("en", "order");
    const words = { title: "Mine", slug: "order", summary: "", keywords: "", markdown: "My work" };
    await saveDraft(ada(), { articleId, locale: "en", ...words, revision: draft!.revision });
    expect((await run(FOLDER)).items.find(({ path }) => path === "en/seals/order.md")).toMatchObject({
      status: "same",
      notes: [{ code: "transfer:warning.otherDraft", params: { name: "Ada Novak" } }],
    });
    const files = replaced("en/seals/order.md", "---\ntitle: Theirs\n---\n\nOther");
    expect(await said(files)).toEqual(["en/seals/order.md error otherDraft"]);
    expect((await findText("en", "order")).draft).toMatchObject({ markdown: "My work" });
  });

  test("takes drafts as drafts, and publishes them later", async () => {
    const draft = helpFile("en/seals/new.md", "---\ntitle: New\nstate: draft\n---\n\nSoon.");
    expect(await said([CATEGORIES, draft])).toEqual(["categories.yaml new", "en/seals/new.md new draft"]);
    expect(await said([CATEGORIES, draft])).toEqual([]);
    expect(await said([helpFile("en/seals/new.md", "---\ntitle: New\n---\n\nSoon.")])).toEqual([
      "en/seals/new.md changed published state",
    ]);
  });

  test("asks for a review where a category wants one, unless the product itself imports", async () => {
    const strict = helpFile("categories.yaml", "- slug: safety\n  names: { en: Safety }\n  needsReview: true\n");
    const text = helpFile("en/safety/lock.md", "---\ntitle: Lock\n---\n\nLock it.");
    expect(await said([strict, text])).toEqual(["categories.yaml new", "en/safety/lock.md new review needsReview"]);
    expect((await run([strict, text])).items[1]).toMatchObject({
      status: "same",
      notes: [{ code: "transfer:warning.waitsForReview" }],
    });
    await db().article.deleteMany();
    expect(await said([strict, text], systemCtx())).toEqual(["en/safety/lock.md new published"]);
  });

  test("does not open an article by a translation that says other readers", async () => {
    const hidden = helpFile("en/seals/hidden.md", "---\ntitle: Hidden\naudience: agents\n---\n\nx");
    const open = helpFile(
      "it/seals/aperto.md",
      "---\ntitle: Aperto\ntranslationOf: hidden\naudience: public\n---\n\nx",
    );
    expect(await said([CATEGORIES, hidden, open])).toContain("it/seals/aperto.md error audience");
  });

  test("tells twins, taken addresses, deleted articles, missing pictures and links to nowhere", async () => {
    await run(FOLDER);
    const { articleId } = await findText("en", "order");
    const files = [
      helpFile(
        "en/seals/one.md",
        "---\ntitle: One\n---\n\n![](no.png) [a](none.md) [b](https://x.example) [c](/help/en)",
      ),
      helpFile("en/pumps/one.md", "---\ntitle: One\n---\n\nx"),
      helpFile("it/seals/order.md", "---\ntitle: Ordinare\ntranslationOf: order\nslug: montare\n---\n\nx"),
    ];
    expect(await said(files)).toEqual([
      "en/pumps new categoryByFolder",
      "en/pumps/one.md new published",
      "en/seals/one.md error twice",
      "it/seals/order.md new published slugTaken",
    ]);
    expect(await said(files.slice(2))).toEqual([]);
    const alone = await run([
      helpFile("en/seals/two.md", "---\ntitle: Two\n---\n\n![](no.png) [a](none.md) [c](/help/en)"),
    ]);
    expect(alone.items[0]?.notes).toEqual([
      { code: "transfer:warning.pictureMissing", params: { target: "no.png" }, line: 5 },
      { code: "transfer:warning.linkNowhere", params: { target: "none.md" }, line: 5 },
    ]);
    await deleteArticle(ada(), articleId);
    expect(await said(FOLDER.slice(2, 3))).toEqual(["en/seals/order.md error deleted"]);
  });

  test("joins the caller's transaction whole or not at all, quickly", async () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      helpFile(`en/seals/a${i}.md`, `---\ntitle: A ${i}\n---\n\n[next](a${i + 1}.md)`),
    );
    const report = await inTransaction(systemCtx(), (ctx) => run([CATEGORIES, ...many], ctx));
    expect(report.items.filter(({ status }) => status === "new")).toHaveLength(61);
    const broken = inTransaction(systemCtx(), async (ctx) => {
      await run(FOLDER.slice(0, 3), ctx);
      throw new Error("afterwards");
    });
    await expect(broken).rejects.toThrow("afterwards");
    expect(await db().articleDraft.count({ where: { slug: "order" } })).toBe(0);
  });

  test("is for editors", async () => {
    await expect(run(FOLDER, castCtx("sara"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(run(FOLDER, castCtx("giulia"))).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("pictures and links in tables that stay HTML lead where they should", async () => {
  expect(await said([...FOLDER, PAGE])).toContain("en/seals/kinds.html new published");
  const { publishedVersion, article } = await findText("en", "kinds");
  const order = await findText("en", "order");
  expect(publishedVersion?.markdown).toContain(`<a href="article:${order.articleId}#sizes">order</a>`);
  expect(publishedVersion?.markdown).toContain(`<img src="image:${article.images[0]?.id}" alt="S">`);
  expect(await said([...FOLDER, PAGE])).toEqual([]);
});

test("a text with a thousand links to nowhere says so of some", async () => {
  const links = Array.from({ length: 1_000 }, (_, i) => `[a](gone-${i}.md) [a](gone-0.md)`).join(" ");
  const { items } = await run([CATEGORIES, helpFile("en/seals/list.md", `# List\n\n${links}\n`)], ada(), true);
  const notes = items.find(({ path }) => path === "en/seals/list.md")?.notes ?? [];
  expect(notes).toHaveLength(31);
  expect(notes.at(-1)).toEqual({ code: "transfer:warning.more", params: { count: 970 } });
});
