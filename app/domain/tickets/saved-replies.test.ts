import { beforeEach, describe, expect, it } from "vitest";
import { storeUpload } from "~/domain/files/store-upload.server";
import { sweepFiles } from "~/domain/files/sweep-files.server";
import { newId } from "~/lib/id";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, type CastName, castCtx, queues, STORY_TIME } from "#tests/support/cast";
import { insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { archiveSavedReply } from "./archive-saved-reply.server";
import { getSavedReply } from "./get-saved-reply.server";
import { insertSavedReply } from "./insert-saved-reply.server";
import { listReplyChoices } from "./list-reply-choices.server";
import { listSavedReplies } from "./list-saved-replies.server";
import { saveDraft } from "./save-draft.server";
import { saveReply } from "./save-reply.server";
import { savedReplyForm, textFor } from "./saved-reply-schema";
import { takeSavedReply } from "./take-saved-reply.server";

useDatabase();
const db = () => database().prisma;
const NOT_FOUND = { kind: "not_found" };

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().savedReply.deleteMany();
  await db().ticket.deleteMany();
  await db().event.deleteMany();
  await db().upload.deleteMany();
});

type Words = {
  name?: string;
  shared?: boolean;
  queueIds?: string[];
  texts?: Partial<Record<"en" | "it" | "ro" | "ru", string>>;
  kept?: string[];
  files?: string[];
};
const form = (words: Words = {}) => savedReplyForm.parse({ name: "Return label", texts: { en: "Hello" }, ...words });
const save = async (who: CastName, words: Words = {}) =>
  (await saveReply(castCtx(who), null, form(words))).savedReplyId;
const names = async (who: CastName, over: Partial<Parameters<typeof listSavedReplies>[1]> = {}) =>
  (await listSavedReplies(castCtx(who), { after: null, ...over })).rows.map(({ name }) => name);
const upload = (who: CastName, name: string) =>
  storeUpload(castCtx(who), { name, type: "text/plain", bytes: Buffer.from(`bytes of ${name}`) });

describe("who sees and changes saved replies", () => {
  it("shows personal ones to their owner alone, shared ones in their queues, all shared ones to administrators", async () => {
    await save("elena", { name: "Elena's" });
    await save("ada", { name: "For all", shared: true });
    await save("ada", { name: "Of Billing", shared: true, queueIds: [queues.billing.id] });
    expect(await names("elena")).toEqual(["Elena's", "For all"]);
    expect(await names("marco")).toEqual(["For all", "Of Billing"]);
    expect(await names("ada")).toEqual(["For all", "Of Billing"]);
    expect(await names("elena", { view: "personal" })).toEqual(["Elena's"]);
    expect(await names("elena", { view: "shared" })).toEqual(["For all"]);
  });

  it("lets agents change their own, and administrators the shared ones, never another's personal", async () => {
    const own = await save("elena");
    await expect(save("elena", { shared: true })).rejects.toMatchObject({ kind: "forbidden" });
    const shared = await save("ada", { shared: true });
    await expect(saveReply(castCtx("elena"), shared, form())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(archiveSavedReply(castCtx("elena"), shared)).rejects.toMatchObject({ kind: "forbidden" });
    for (const who of ["ada", "marco"] as const) {
      await expect(getSavedReply(castCtx(who), own)).rejects.toMatchObject(NOT_FOUND);
      await expect(saveReply(castCtx(who), own, form())).rejects.toMatchObject(NOT_FOUND);
    }
    await expect(listSavedReplies(castCtx("giulia"), { after: null })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await getSavedReply(castCtx("elena"), shared)).toMatchObject({ mayChange: false, shared: true });
  });

  it("keeps a changed one's owner, whatever the form says", async () => {
    const own = await save("ada");
    await saveReply(castCtx("ada"), own, form({ shared: true, name: "Still mine" }));
    expect(await getSavedReply(castCtx("ada"), own)).toMatchObject({ name: "Still mine", shared: false });
  });

  it("archives and restores, once each in the audit log", async () => {
    const id = await save("elena");
    for (let i = 0; i < 2; i++) await archiveSavedReply(castCtx("elena"), id);
    expect([await names("elena"), await names("elena", { view: "archived" })]).toEqual([[], ["Return label"]]);
    await archiveSavedReply(castCtx("elena"), id, { restore: true });
    expect(await names("elena")).toEqual(["Return label"]);
    const events = await db().event.findMany({ orderBy: { type: "asc" }, select: { type: true } });
    expect(events.map(({ type }) => type)).toEqual([
      "saved_reply.archived",
      "saved_reply.created",
      "saved_reply.restored",
    ]);
  });
});

describe("a saved reply's words", () => {
  it("names unknown variables at the field of their language", async () => {
    const texts = { en: "{{customer.name}} {{ ticket.nummer }}", it: "{{customer.firstName}}", ru: "{{a}}" };
    await expect(save("elena", { texts })).rejects.toMatchObject({
      kind: "invalid",
      fields: { "texts.en": "replies:error.variable", "texts.ru": "replies:error.variable" },
      params: { names: "{{ticket.nummer}}, {{a}}" },
    });
    await expect(save("elena", { texts: { en: "  " } })).rejects.toMatchObject({
      fields: { "texts.en": "replies:error.noText" },
    });
    await expect(save("ada", { shared: true, queueIds: [newId()] })).rejects.toMatchObject({
      fields: { queueIds: "common:error.invalid" },
    });
  });

  it("are read in the first wanted language that has some, then in English, then in any", () => {
    const texts = { en: "e", it: "", ro: "r", ru: "" };
    expect(textFor(texts, ["it", "ro"])).toEqual({ text: "r", locale: "ro" });
    expect(textFor(texts, ["it", null])).toEqual({ text: "e", locale: "en" });
    expect(textFor({ ...texts, en: " " }, ["it"])).toEqual({ text: "r", locale: "ro" });
    expect(textFor({ en: "", it: "", ro: "", ru: "" }, ["it"])).toEqual({ text: "", locale: "en" });
  });

  it("are found by parts of names and texts, page by page", async () => {
    for (let i = 0; i < 27; i++)
      await save("elena", { name: `Nr ${String(i).padStart(2, "0")}`, texts: { it: `100% olio ${i}` } });
    expect(await names("elena", { q: "OLIO 1" })).toHaveLength(11);
    expect(await names("elena", { q: "100%" })).toHaveLength(25);
    expect(await names("elena", { q: "100_" })).toEqual([]);
    const first = await listSavedReplies(castCtx("elena"), { after: null });
    const second = await listSavedReplies(castCtx("elena"), { after: first.next });
    expect(second.rows.map(({ name }) => name)).toEqual(["Nr 25", "Nr 26"]);
    const back = await listSavedReplies(castCtx("elena"), { after: second.previous });
    expect(back.rows).toEqual(first.rows);
    expect((await listSavedReplies(castCtx("elena"), { after: "nonsense" })).rows).toEqual(first.rows);
  });
});

describe("in the composer", () => {
  const ticket = () => insertTicket({ subject: "Pompa rotta", locale: "it", assigneeId: cast.elena.id });

  it("offers what fits the ticket's queue, the own first, in its language with the words filled", async () => {
    const { number } = await ticket();
    const it =
      "Buongiorno {{customer.firstName}}, {{ticket.subject}} #{{ticket.number}} – {{agent.name}}, {{queue.name}}";
    await save("ada", { name: "Aiuto", shared: true, texts: { en: "Help", it } });
    await save("ada", { name: "Invoices", shared: true, queueIds: [queues.billing.id] });
    await save("sara", { name: "Zeta", texts: { en: "Only English" } });
    const { choices, more } = await listReplyChoices(castCtx("sara"), number, "");
    expect(more).toBe(false);
    expect(choices.map(({ name, locale }) => [name, locale])).toEqual([
      ["Zeta", "en"],
      ["Aiuto", "it"],
    ]);
    expect(choices[1]?.text).toBe(`Buongiorno Giulia, Pompa rotta #${number} – Sara Bianchi, Repairs`);
    expect((await listReplyChoices(castCtx("sara"), number, "zet")).choices).toHaveLength(1);
    await expect(listReplyChoices(castCtx("marco"), number, "")).rejects.toMatchObject(NOT_FOUND);
  });

  it("gives its files as uploads of the agent's own that refer to the same bytes", async () => {
    const { number } = await ticket();
    const id = await save("ada", {
      shared: true,
      files: [await upload("ada", "label.txt"), await upload("ada", "b.txt")],
    });
    const [first, second] = [
      await takeSavedReply(castCtx("elena"), number, id),
      await takeSavedReply(castCtx("sara"), number, id),
    ];
    expect(first.uploads.map(({ name, size }) => [name, size])).toEqual([
      ["label.txt", 18],
      ["b.txt", 14],
    ]);
    const rows = await db().upload.findMany({
      where: { id: { in: [...first.uploads, ...second.uploads].map((u) => u.id) } },
    });
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ fileId }) => fileId)).size).toBe(2);
    expect(new Set(rows.map(({ ownerId }) => ownerId))).toEqual(new Set([cast.elena.id, cast.sara.id]));
  });

  it("keeps its files when uploads go, drops those unticked, and refuses too many", async () => {
    const id = await save("elena", { files: [await upload("elena", "one.txt"), await upload("elena", "two.txt")] });
    await sweepFiles(systemCtx({ now: new Date(Date.parse(STORY_TIME) + 90_000_000) }));
    const { files } = await getSavedReply(castCtx("elena"), id);
    expect(files.map(({ name }) => name)).toEqual(["one.txt", "two.txt"]);
    const more = await upload("elena", "three.txt");
    await saveReply(castCtx("elena"), id, form({ kept: [files[1]!.id], files: [more] }));
    expect((await getSavedReply(castCtx("elena"), id)).files.map(({ name }) => name)).toEqual(["two.txt", "three.txt"]);
    const many = await Promise.all(Array.from({ length: 11 }, (_, i) => upload("elena", `${i}.txt`)));
    await expect(saveReply(castCtx("elena"), id, form({ files: many }))).rejects.toMatchObject({
      fields: { files: "common:error.tooManyFiles" },
    });
  });

  it("goes behind what the draft says; text, Cc and files typed before stay", async () => {
    const { number } = await ticket();
    const mine = await upload("elena", "mine.txt");
    await saveDraft(castCtx("elena"), number, { kind: "public", text: "Typed\n", cc: ["x@y.example"], files: [mine] });
    const id = await save("elena", { files: [await upload("elena", "label.txt")] });
    await insertSavedReply(castCtx("elena"), number, id, "public");
    const draft = await db().draft.findFirstOrThrow();
    expect(draft).toMatchObject({ text: "Typed\n\nHello", cc: ["x@y.example"] });
    expect(draft.uploadIds).toHaveLength(2);
    expect(draft.uploadIds[0]).toBe(mine);
  });

  it("is not to be had once archived, of another queue, or another's own", async () => {
    const { number } = await ticket();
    const billing = await save("ada", { shared: true, queueIds: [queues.billing.id] });
    const archived = await save("elena");
    await archiveSavedReply(castCtx("elena"), archived);
    const saras = await save("sara");
    for (const id of [billing, archived, saras, newId()])
      await expect(takeSavedReply(castCtx("elena"), number, id)).rejects.toMatchObject(NOT_FOUND);
  });
});
