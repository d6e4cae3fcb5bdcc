import { beforeEach, describe, expect, it } from "vitest";
import { sweepFiles } from "~/domain/files/sweep-files.server";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { clearArticles, makeArticle, makeCategory, textOf, writeDraft } from "#tests/support/articles";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { addArticleImage } from "./add-article-image.server";
import { deleteArticle } from "./delete-article.server";
import { imageSize } from "./image-size";
import { previewText } from "./preview-text.server";
import { publishText } from "./publish-text.server";
import { purgeArticles } from "./purge-articles.server";
import { removeArticleImage } from "./remove-article-image.server";

useDatabase();
const ada = () => castCtx("ada");
const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const ascii = (text: string) => Buffer.from(text, "latin1");
const u16 = (n: number) => Buffer.from([n >> 8, n & 255]);

const PNG = Buffer.concat([hex("89504e470d0a1a0a 0000000d 49484452 00000140 000000f0 0806000000"), Buffer.alloc(8)]);
const GIF = Buffer.concat([ascii("GIF89a"), hex("0a00 1400 000000")]);
const JPEG = Buffer.concat([
  hex("ffd8 ffe0 0010"),
  Buffer.alloc(14),
  hex("ffff c0 0011 08"),
  u16(480),
  u16(640),
  Buffer.alloc(12),
]);
const WEBP = Buffer.concat([ascii("RIFF\x24\0\0\0WEBPVP8X"), hex("0a000000 00000000 3f0100 ef0000")]);
const LOSSY = Buffer.concat([ascii("RIFF\x24\0\0\0WEBPVP8 "), hex("00000000 000000 9d012a 4001 f000")]);
const LOSSLESS = Buffer.concat([ascii("RIFF\x24\0\0\0WEBPVP8L"), hex("00000000 2f 3fc13b00")]);
const AVIF = Buffer.concat([
  ascii("\0\0\0\x1cftypavif\0\0\0\0mif1avif"),
  ascii("\0\0\0\x14ispe\0\0\0\0"),
  hex("00000140 000000f0"),
  Buffer.alloc(20),
]);
const PDF = ascii("%PDF-1.7\n%%EOF");

it.each([
  ["PNG", PNG, 320, 240],
  ["GIF", GIF, 10, 20],
  ["JPEG", JPEG, 640, 480],
  ["WebP", WEBP, 320, 240],
  ["lossy WebP", LOSSY, 320, 240],
  ["lossless WebP", LOSSLESS, 320, 240],
  ["AVIF", AVIF, 320, 240],
])("the header of a %s says its size, and of half a header nothing is said", (_, bytes, width, height) => {
  expect(imageSize(bytes)).toEqual({ width, height });
  for (let length = 0; length < bytes.length; length++)
    expect([null, JSON.stringify({ width, height })]).toContain(
      imageSize(bytes.subarray(0, length)) && JSON.stringify(imageSize(bytes.subarray(0, length))),
    );
});

describe("pictures of an article", () => {
  let articleId: string;
  beforeEach(async () => {
    freezeClock(STORY_TIME);
    await clearArticles();
    await database().prisma.storedFile.deleteMany();
    articleId = await makeArticle({ categoryId: await makeCategory({ name: "Deliveries" }) });
  });
  const add = (name: string, bytes: Buffer) => addArticleImage(ada(), articleId, { name, bytes });

  it("are what their bytes are, once per content and name", async () => {
    const image = await add("../label.jpg", PNG);
    expect(image).toMatchObject({ name: "label.jpg", type: "image/png", width: 320, height: 240, size: PNG.length });
    expect(await add("label.jpg", PNG)).toEqual(image);
    expect(await add("manual.pdf", PDF)).toMatchObject({ type: "application/pdf", width: null, height: null });
    const { html } = await previewText(ada(), { articleId, locale: "en", markdown: `![Label](image:${image.id})` });
    expect(html).toBe(
      `<p><img src="/help/files/${image.id}/label.jpg" alt="Label" width="320" height="240" loading="lazy" decoding="async" /></p>`,
    );
  });

  it.each([
    ["a page", "x.png", ascii("<html><script>alert(1)</script>")],
    ["a drawing that could run", "x.svg", ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
    ["a picture's first bytes", "x.png", PNG.subarray(0, 12)],
    ["a program", "x.png", ascii("MZ\x90\0")],
    ["nothing", "x.png", Buffer.alloc(0)],
  ])("are never %s", async (_, name, bytes) => {
    await expect(add(name, bytes)).rejects.toMatchObject({ fields: { file: "knowledge:error.image" } });
    expect(await database().prisma.articleImage.count()).toBe(0);
  });

  it("stay as long as a published text shows them, and their bytes as long as they stay", async () => {
    const { id: imageId } = await add("label.png", PNG);
    await writeDraft(ada(), articleId, { markdown: `![x](image:${imageId.toUpperCase()})` });
    await publishText(ada(), { articleId, locale: "en" });
    expect((await textOf(articleId)).publishedVersion?.html).toContain("label.png");
    const used = removeArticleImage(ada(), { articleId, imageId });
    await expect(used).rejects.toMatchObject({ code: "knowledge:error.imageUsed" });
    const tomorrow = systemCtx({ now: new Date(Date.parse(STORY_TIME) + 2 * 86_400_000) });
    expect(await sweepFiles(tomorrow)).toBe(0);
    await writeDraft(ada(), articleId, { markdown: "No picture." });
    await publishText(ada(), { articleId, locale: "en" });
    await removeArticleImage(ada(), { articleId, imageId });
    expect(await sweepFiles(tomorrow)).toBe(1);
    await expect(removeArticleImage(ada(), { articleId, imageId })).rejects.toMatchObject({ kind: "not_found" });
  });

  it("go with their article", async () => {
    await add("label.png", PNG);
    await deleteArticle(ada(), articleId);
    const later = systemCtx({ now: new Date(Date.parse(STORY_TIME) + 31 * 86_400_000) });
    expect(await sweepFiles(later)).toBe(0);
    await purgeArticles(later);
    expect(await sweepFiles(later)).toBe(1);
  });

  it("are added by who may write", async () => {
    const other = addArticleImage(castCtx("elena"), articleId, { name: "x.png", bytes: PNG });
    await expect(other).rejects.toMatchObject({ kind: "forbidden" });
  });
});
