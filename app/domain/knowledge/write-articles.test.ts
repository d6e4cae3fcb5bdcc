import { beforeEach, describe, expect, it } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import {
  draftOf,
  editorCtx,
  makeArticle,
  makeCategory,
  makePublished,
  textOf,
  writeDraft,
} from "#tests/support/articles";
import { cast, castCtx, organizations, STORY_TIME } from "#tests/support/cast";
import { helpFile } from "#tests/support/help-files";
import { useArticles } from "#tests/support/use-articles";
import { changeArticle } from "./change-article.server";
import { confirmMark } from "./confirm-mark.server";
import { decideReview } from "./decide-review.server";
import { discardDraft } from "./discard-draft.server";
import { getArticleForDesk } from "./get-article-for-desk.server";
import { getSettingsMark } from "./get-settings-mark.server";
import { publishText } from "./publish-text.server";
import { requestReview } from "./request-review.server";
import { restoreVersion } from "./restore-version.server";
import { startTranslation } from "./start-translation.server";
import type { ChangeArticleForm } from "./schema";
import { importHelp } from "./transfer/import-help.server";
import { unpublishText } from "./unpublish-text.server";

useArticles();
const db = () => database().prisma;
const ada = () => castCtx("ada");
const error = (name: string, params?: object) => ({ code: `knowledge:error.${name}`, ...(params && { params }) });
const FORBIDDEN = { kind: "forbidden" };
let categoryId: string;

beforeEach(async () => {
  categoryId = await makeCategory({ name: "Deliveries" });
});

describe("who writes", () => {
  it("lets agents begin drafts and write their own until they are published, editors all", async () => {
    const own = await makeArticle({ categoryId }, castCtx("elena"));
    const others = await makeArticle({ categoryId });
    await writeDraft(castCtx("elena"), own, { markdown: "More." });
    await expect(writeDraft(castCtx("elena"), others, { markdown: "x" })).rejects.toMatchObject(FORBIDDEN);
    await expect(publishText(castCtx("elena"), { articleId: own, locale: "en" })).rejects.toMatchObject(FORBIDDEN);
    await publishText(editorCtx("sara"), { articleId: own, locale: "en" });
    await expect(writeDraft(castCtx("elena"), own, { markdown: "x" })).rejects.toMatchObject(FORBIDDEN);
    await writeDraft(editorCtx("sara"), others, { markdown: "By an editor." });
    expect(await getArticleForDesk(castCtx("elena"), { articleId: others })).toMatchObject({
      text: { draft: { markdown: "By an editor.", savedBy: { name: "Sara Bianchi" } } },
      may: { write: false, publish: false, delete: false },
    });
  });

  it("shows customers nothing of it", async () => {
    const articleId = await makePublished({ categoryId });
    await expect(makeArticle({ categoryId }, castCtx("giulia"))).rejects.toMatchObject(FORBIDDEN);
    await expect(getArticleForDesk(castCtx("giulia"), { articleId })).rejects.toMatchObject(FORBIDDEN);
    await expect(writeDraft(castCtx("giulia"), articleId, { markdown: "x" })).rejects.toMatchObject(FORBIDDEN);
  });

  it("refuses a category that is gone, an owner who is a customer, organizations that are none", async () => {
    const bad = (facts: object) => makeArticle({ categoryId, ...facts });
    await expect(bad({ categoryId: cast.ada.id })).rejects.toMatchObject({
      fields: { categoryId: "common:error.invalid" },
    });
    await expect(bad({ ownerId: cast.giulia.id })).rejects.toMatchObject({
      fields: { ownerId: "common:error.invalid" },
    });
    const field = { fields: { organizationIds: "knowledge:error.organizations" } };
    await expect(bad({ audience: "organizations" })).rejects.toMatchObject(field);
    const unknown = { audience: "organizations", organizationIds: [cast.ada.id] };
    await expect(bad(unknown)).rejects.toMatchObject({ fields: { organizationIds: "common:error.invalid" } });
    expect(await db().article.count()).toBe(0);
  });
});

describe("saving while typing", () => {
  it("of two tabs that save at once one is told whose draft it is by now, and nothing is written over", async () => {
    const articleId = await makeArticle({ categoryId });
    const tabs = ["From Sara", "From Elena"].map((markdown, i) =>
      writeDraft(editorCtx(i ? "elena" : "sara"), articleId, { markdown }, { revision: 1 }),
    );
    const [first, second] = (await Promise.allSettled(tabs)).toSorted((a, b) => a.status.localeCompare(b.status));
    expect(first).toMatchObject({ status: "fulfilled", value: { revision: 2 } });
    const draft = await draftOf(articleId);
    const name = draft.markdown.replace("From ", "").replace("Sara", "Sara Bianchi").replace("Elena", "Elena Rossi");
    expect(second).toMatchObject({ status: "rejected", reason: error("draftMoved", { name, revision: 2 }) });
  });

  it("counts a text that says the same as saved, whatever the revision, and keeps what PostgreSQL cannot", async () => {
    const articleId = await makeArticle({ categoryId });
    expect(await writeDraft(ada(), articleId, {}, { revision: 0 })).toMatchObject({ revision: 1 });
    await writeDraft(ada(), articleId, { markdown: "a\u0000b\ud800\r\nc" });
    expect(await draftOf(articleId)).toMatchObject({ markdown: "ab\ufffd\nc", revision: 2 });
  });

  it("records who took a text in hand, not every save", async () => {
    const articleId = await makePublished({ categoryId });
    for (const markdown of ["1", "2", "3"]) await writeDraft(ada(), articleId, { markdown });
    for (const markdown of ["4", "5"]) await writeDraft(editorCtx("sara"), articleId, { markdown });
    const events = await db().event.findMany({ where: { type: "article.edited" } });
    expect(events.map(({ actorId }) => actorId).toSorted()).toEqual([cast.sara.id, cast.ada.id]);
  });

  it("goes on beside a publication: each is whole, and what was typed since is a draft again", async () => {
    const articleId = await makeArticle({ categoryId, markdown: "One" });
    await Promise.all([
      publishText(ada(), { articleId, locale: "en" }),
      writeDraft(ada(), articleId, { markdown: "Two" }, { revision: 1 }),
    ]);
    const { publishedVersion, work } = await textOf(articleId);
    expect(await draftOf(articleId)).toMatchObject({ markdown: "Two", revision: 2 });
    expect(["One", "Two"]).toContain(publishedVersion?.markdown);
    expect(work).toBe(publishedVersion?.markdown === "Two" ? "none" : "draft");
  });

  it("publishes no words that the editor has not seen", async () => {
    const articleId = await makeArticle({ categoryId });
    await writeDraft(editorCtx("sara"), articleId, { markdown: "Behind your back" });
    const stale = publishText(ada(), { articleId, locale: "en", revision: 1 });
    await expect(stale).rejects.toMatchObject(error("draftMoved", { name: "Sara Bianchi", revision: 2 }));
    expect((await textOf(articleId)).publishedVersionId).toBeNull();
  });
});

describe("publishing", () => {
  it("makes a version that never changes, drawn and numbered; the same words make no other", async () => {
    const articleId = await makePublished({ categoryId, markdown: "## Need\n\nA **photo**." });
    const first = await textOf(articleId);
    expect(first).toMatchObject({
      work: "none",
      publishedAt: new Date(STORY_TIME),
      publishedVersion: {
        number: 1,
        slug: "claiming-damage",
        html: '<h2 id="s-need">Need</h2>\n<p>A <strong>photo</strong>.</p>',
        plain: "Need\nA photo.",
        headings: [{ id: "s-need", level: 2, title: "Need" }],
        createdById: cast.ada.id,
      },
    });
    const later = ada();
    later.now = new Date(Date.parse(STORY_TIME) + 60_000);
    expect(await publishText(later, { articleId, locale: "en" })).toEqual({ version: 1 });
    expect(await textOf(articleId)).toEqual(first);
    await writeDraft(later, articleId, { summary: "Short" });
    expect(await publishText(later, { articleId, locale: "en", note: "A summary" })).toEqual({ version: 2 });
    const second = await textOf(articleId);
    expect(second).toMatchObject({ publishedAt: new Date(STORY_TIME), updatedAt: later.now });
    expect(second.publishedVersion).toMatchObject({ number: 2, note: "A summary" });
  });

  it("refuses a text without words", async () => {
    const articleId = await makeArticle({ categoryId, markdown: " \n " });
    await expect(publishText(ada(), { articleId, locale: "en" })).rejects.toMatchObject(error("noText"));
  });

  it("takes a text back; its address stays its own", async () => {
    const articleId = await makePublished({ categoryId });
    await unpublishText(ada(), { articleId, locale: "en" });
    expect(await textOf(articleId)).toMatchObject({ publishedVersionId: null, work: "draft" });
    await expect(unpublishText(ada(), { articleId, locale: "en" })).rejects.toMatchObject(error("notPublished"));
    const other = await makeArticle({ categoryId, slug: "claiming-damage" });
    const taken = error("slugTaken", { slug: "claiming-damage", title: "Claiming damage" });
    await expect(publishText(ada(), { articleId: other, locale: "en" })).rejects.toMatchObject(taken);
    await publishText(ada(), { articleId, locale: "en" });
  });

  it("tells the search index and the check of links", async () => {
    const articleId = await makePublished({ categoryId });
    const { rows } = await database().pool.query(
      "select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id",
    );
    const jobs = rows.map(({ identifier }) => identifier);
    expect(jobs).toEqual(expect.arrayContaining(["events.dispatch", "search.index"]));
    expect(await changes(articleId)).toBe(1);
    await writeDraft(ada(), articleId, { markdown: "Only a draft." });
    expect(await changes(articleId)).toBe(1);
    await changeArticle(ada(), articleId, { audience: "agents" });
    await unpublishText(ada(), { articleId, locale: "en" });
    expect(await changes(articleId)).toBe(3);
  });

  const changes = (groupId: string) => db().searchChange.count({ where: { kind: "article", groupId } });
});

describe("addresses", () => {
  const slugs = async (articleId: string) =>
    (await textOf(articleId)).slugs.map(({ slug, current }) => [slug, current]);

  it("makes one of the title that is free; a new title keeps it, a typed one redirects from the old", async () => {
    const first = await makePublished({ categoryId, title: "Ce să faceți" });
    const second = await makePublished({ categoryId, title: "Ce sa faceti?" });
    expect(await slugs(first)).toEqual([["ce-sa-faceti", true]]);
    expect(await slugs(second)).toEqual([["ce-sa-faceti-2", true]]);
    await writeDraft(ada(), first, { title: "Other words" });
    await publishText(ada(), { articleId: first, locale: "en" });
    expect(await slugs(first)).toEqual([["ce-sa-faceti", true]]);
    for (const slug of ["other-words", "third", "ce-sa-faceti"]) {
      await writeDraft(ada(), first, { slug });
      await publishText(ada(), { articleId: first, locale: "en" });
    }
    expect(new Map((await slugs(first)) as [string, boolean][])).toEqual(
      new Map([
        ["ce-sa-faceti", true],
        ["other-words", false],
        ["third", false],
      ]),
    );
  });

  it("of two texts that take the same at once one is told so, and loses nothing", async () => {
    const ids = [await makeArticle({ categoryId, slug: "same" }), await makeArticle({ categoryId, slug: "same" })];
    const settled = await Promise.allSettled(ids.map((articleId) => publishText(ada(), { articleId, locale: "en" })));
    const lost = settled.findIndex(({ status }) => status === "rejected");
    expect(settled[1 - lost]).toMatchObject({ status: "fulfilled" });
    expect(settled[lost]).toMatchObject({ reason: error("slugTaken", { slug: "same", title: "Claiming damage" }) });
    expect(await textOf(ids[lost]!)).toMatchObject({ publishedVersionId: null, work: "draft", slugs: [] });
    expect(await draftOf(ids[lost]!)).toMatchObject({ slug: "same", markdown: "Send us a photo." });
    await writeDraft(ada(), ids[lost]!, { slug: "other" });
    await publishText(ada(), { articleId: ids[lost]!, locale: "en" });
  });

  it("may be the same in another language", async () => {
    await makePublished({ categoryId, slug: "same" });
    await makePublished({ categoryId, slug: "same", locale: "it" });
    expect(await db().articleSlug.count()).toBe(2);
  });
});

describe("versions", () => {
  it("puts an earlier one's words into the draft, under the address of today", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One" });
    await writeDraft(ada(), articleId, { title: "New", markdown: "Two", slug: "new" });
    await publishText(ada(), { articleId, locale: "en" });
    const restored = await restoreVersion(ada(), { articleId, locale: "en", number: 1, revision: 2 });
    expect(restored).toEqual({ revision: 3 });
    expect(await draftOf(articleId)).toMatchObject({ title: "Claiming damage", markdown: "One", slug: "new" });
    expect((await textOf(articleId)).publishedVersion).toMatchObject({ number: 2 });
    const missing = restoreVersion(ada(), { articleId, locale: "en", number: 9 });
    await expect(missing).rejects.toMatchObject({ kind: "not_found" });
    const stale = restoreVersion(ada(), { articleId, locale: "en", number: 2, revision: 2 });
    await expect(stale).rejects.toMatchObject(error("draftMoved"));
  });

  it("throws a draft away: back to what is published, or with the translation that never was", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One" });
    await writeDraft(ada(), articleId, { markdown: "Two" });
    expect(await discardDraft(ada(), { articleId, locale: "en" })).toEqual({ gone: false });
    expect(await draftOf(articleId)).toMatchObject({ markdown: "One", revision: 3, authorIds: [] });
    expect(await textOf(articleId)).toMatchObject({ work: "none" });
    const stale = writeDraft(ada(), articleId, { markdown: "Three" }, { revision: 2 });
    await expect(stale).rejects.toMatchObject(error("draftMoved"));
    await startTranslation(ada(), { articleId, locale: "ru" });
    expect(await discardDraft(ada(), { articleId, locale: "ru" })).toEqual({ gone: true });
    expect(await db().articleText.count()).toBe(1);
    const fresh = await makeArticle({ categoryId });
    await expect(discardDraft(ada(), { articleId: fresh, locale: "en" })).rejects.toMatchObject(error("notPublished"));
  });
});

describe("a draft that a colleague saved meanwhile", () => {
  it("is neither thrown away nor replaced unseen; what one saved oneself is", async () => {
    const articleId = await makePublished({ categoryId, markdown: "One." });
    const en = { articleId, locale: "en" };
    const { revision: seen } = await writeDraft(ada(), articleId, { markdown: "Two." });
    const { revision } = await writeDraft(editorCtx("sara"), articleId, { markdown: "Sara's words." });
    const moved = error("draftMoved", { name: cast.sara.name, revision });
    await expect(discardDraft(ada(), { ...en, seen })).rejects.toMatchObject(moved);
    await expect(restoreVersion(ada(), { ...en, number: 1, seen })).rejects.toMatchObject(moved);
    expect(await draftOf(articleId)).toMatchObject({ markdown: "Sara's words.", revision });

    await restoreVersion(editorCtx("sara"), { ...en, number: 1, seen });
    await writeDraft(editorCtx("sara"), articleId, { markdown: "More of Sara's words." });
    await expect(discardDraft(ada(), { ...en, seen: revision })).rejects.toMatchObject(error("draftMoved"));
    expect(await discardDraft(editorCtx("sara"), { ...en, seen })).toEqual({ gone: false });
    expect(await draftOf(articleId)).toMatchObject({ markdown: "One." });
  });
});

describe("what is the same in all languages", () => {
  it("changes what is given, keeps the rest, and writes organizations for their audience only", async () => {
    const articleId = await makePublished({ categoryId });
    const { marchetti, tanaka } = organizations;
    const audience = "organizations" as const;
    await changeArticle(ada(), articleId, { audience, organizationIds: [marchetti.id, tanaka.id] });
    await changeArticle(ada(), articleId, { ownerId: cast.sara.id, reviewBy: new Date(STORY_TIME) });
    const shown = () => getArticleForDesk(ada(), { articleId });
    expect(await shown()).toMatchObject({
      audience,
      organizations: [{ name: "Marchetti Impianti" }, { name: "Tanaka Works" }],
      owner: { name: "Sara Bianchi" },
      reviewDue: true,
    });
    await changeArticle(ada(), articleId, { organizationIds: [tanaka.id], reviewBy: null });
    expect(await shown()).toMatchObject({
      organizations: [{ name: "Tanaka Works" }],
      reviewBy: null,
      reviewDue: false,
    });
    await changeArticle(ada(), articleId, { audience: "public" });
    expect(await shown()).toMatchObject({ organizations: [] });
    await expect(changeArticle(ada(), articleId, { audience })).rejects.toMatchObject({ kind: "invalid" });
  });

  it("is not widened again by a form that was drawn before a colleague restricted it", async () => {
    const articleId = await makePublished({ categoryId });
    const drawn = await getSettingsMark(ada(), articleId);
    await writeDraft(ada(), articleId, { markdown: "Other words." });
    await publishText(ada(), { articleId, locale: "en" });
    expect(await getSettingsMark(ada(), articleId)).toBe(drawn);

    await changeArticle(editorCtx("sara"), articleId, { audience: "agents" }, drawn);
    const stale = changeArticle(ada(), articleId, { audience: "public", ownerId: cast.sara.id }, drawn);
    await expect(stale).rejects.toMatchObject({ kind: "conflict", ...error("moved") });
    expect(await getArticleForDesk(ada(), { articleId })).toMatchObject({ audience: "agents", owner: null });
    await changeArticle(ada(), articleId, { ownerId: cast.sara.id }, await getSettingsMark(ada(), articleId));

    const marks = new Set([drawn, await getSettingsMark(ada(), articleId)]);
    const other = await makeCategory({ name: "Repairs" });
    const { marchetti, tanaka } = organizations;
    for (const change of [
      { kind: "faq" },
      { categoryId: other },
      { audience: "organizations", organizationIds: [marchetti.id] },
      { organizationIds: [tanaka.id, marchetti.id] },
      { ownerId: null },
      { reviewBy: new Date(STORY_TIME) },
    ] satisfies ChangeArticleForm[]) {
      await changeArticle(ada(), articleId, change);
      marks.add(await getSettingsMark(ada(), articleId));
    }
    expect(marks.size).toBe(8);
    await expect(getSettingsMark(castCtx("giulia"), articleId)).rejects.toMatchObject(FORBIDDEN);
  });

  it("of two who change it at once, both from what was drawn, one is told", async () => {
    for (let i = 0; i < 4; i++) {
      const articleId = await makePublished({ categoryId, slug: `at-once-${i}` });
      const drawn = await getSettingsMark(ada(), articleId);
      const ends = await Promise.allSettled([
        changeArticle(ada(), articleId, { audience: "agents" }, drawn),
        changeArticle(editorCtx("sara"), articleId, { audience: "customers" }, drawn),
      ]);
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    }
  });

  it("orders articles in their category, and puts moved ones last", async () => {
    const other = await makeCategory({ name: "Repairs" });
    const ids: string[] = [];
    for (const title of ["A", "B", "C"]) ids.push(await makeArticle({ categoryId, title }));
    const order = async (categoryId: string) =>
      (await db().article.findMany({ where: { categoryId }, orderBy: { position: "asc" } })).map(({ id }) =>
        ids.indexOf(id),
      );
    await changeArticle(ada(), ids[2]!, { position: 0 });
    expect(await order(categoryId)).toEqual([2, 0, 1]);
    await changeArticle(ada(), ids[0]!, { position: 99 });
    expect(await order(categoryId)).toEqual([2, 1, 0]);
    for (const id of [ids[0]!, ids[2]!]) await changeArticle(ada(), id, { categoryId: other });
    expect([await order(categoryId), await order(other)]).toEqual([[1], [0, 2]]);
  });
});

describe("what was taken out of a ticket", () => {
  const marks = [
    { kind: "name", found: "Giulia Marchetti", replacement: "[name]" },
    { kind: "name", found: "Paolo", replacement: "[name]" },
    { kind: "number", found: "PX-40-7781", replacement: "[number]" },
  ] as const;
  const begin = () =>
    makeArticle({ categoryId, markdown: "Dear [name], tell [name] that [number] is on its way.", marks: [...marks] });
  const open = async (articleId: string) => (await getArticleForDesk(ada(), { articleId })).text!.marks;

  it("is confirmed one by one before anything is published, by editors", async () => {
    const articleId = await begin();
    const publish = () => publishText(ada(), { articleId, locale: "en" });
    await expect(publish()).rejects.toMatchObject(error("marks", { count: 3 }));
    const [first, second, third] = await open(articleId);
    expect(second).toMatchObject({ found: "Paolo", replacement: "[name]" });
    await expect(confirmMark(castCtx("elena"), first!.id)).rejects.toMatchObject(FORBIDDEN);
    for (const { id } of [first!, second!]) await confirmMark(ada(), id);
    await expect(publish()).rejects.toMatchObject(error("marks", { count: 1 }));
    for (let i = 0; i < 2; i++) await confirmMark(ada(), third!.id);
    expect((await draftOf(articleId)).markdown).toBe("Dear [name], tell [name] that [number] is on its way.");
    expect(await open(articleId)).toEqual([]);
    expect(await db().articleMark.findMany({ where: { found: { not: "" } } })).toEqual([]);
    expect(await db().event.count({ where: { type: "article.mark_confirmed" } })).toBe(3);
    await publish();
  });

  it("holds back every way to readers: publication, schedule, approval, translation, an old version, an import", async () => {
    const articleId = await begin();
    const en = { articleId, locale: "en" };
    await startTranslation(ada(), { articleId, locale: "it" });
    await writeDraft(ada(), articleId, { markdown: "Tutto nuovo." }, { locale: "it" });
    const refused = error("marks", { count: 3 });
    for (const locale of ["en", "it"])
      for (const at of [undefined, new Date(Date.parse(STORY_TIME) + 3_600_000)])
        await expect(publishText(ada(), { articleId, locale, at })).rejects.toMatchObject(refused);

    await requestReview(ada(), en);
    const approve = () => decideReview(editorCtx("sara"), { ...en, verdict: "approved" });
    await expect(approve()).rejects.toMatchObject(refused);
    await decideReview(editorCtx("sara"), { ...en, verdict: "approved", publish: false });
    await expect(publishText(ada(), en)).rejects.toMatchObject(refused);
    await writeDraft(ada(), articleId, { markdown: "Other words.", slug: "marked" });
    await restoreVersion(ada(), { ...en, number: 1 });
    await expect(publishText(systemCtx(), en)).rejects.toMatchObject(refused);

    const files = [helpFile("en/deliveries/marked.md", "---\ntitle: Claiming damage\n---\n\nFrom a file.\n")];
    const { items } = await importHelp(ada(), files, { dryRun: false });
    expect(items).toMatchObject([{ articleId, status: "error", notes: [{ code: "knowledge:error.marks" }] }]);
    expect(await db().articleText.count({ where: { publishedVersionId: { not: null } } })).toBe(0);

    for (const { id } of await open(articleId)) await confirmMark(ada(), id);
    for (const locale of ["en", "it"]) await publishText(ada(), { articleId, locale });
  });
});
