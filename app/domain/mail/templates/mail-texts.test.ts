import { afterEach, beforeEach, expect, test } from "vitest";
import { builtInWords } from "#emails/built-in-words";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { castCtx, otherAdministrator, queues, STORY_TIME } from "#tests/support/cast";
import { race } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { archiveMailText } from "./archive-mail-text.server";
import { changeMailText } from "./change-mail-text.server";
import { createMailText } from "./create-mail-text.server";
import { findChangedWords } from "./find-changed-words.server";
import { findOwnWords } from "./find-own-words.server";
import { getMailText } from "./get-mail-text.server";
import { listAnswerTexts } from "./list-answer-texts.server";
import { listMailTexts } from "./list-mail-texts.server";
import { resetMailText } from "./reset-mail-text.server";
import { restoreMailText } from "./restore-mail-text.server";
import { mailTextForm, MAX_WORDS, ownTextForm } from "./schema";
import { TEXT_KEYS, variablesOf } from "./text-keys";

useDatabase();
let thaw = () => {};
beforeEach(() => void (thaw = freezeClock(STORY_TIME)));
afterEach(async () => {
  thaw();
  await database().prisma.queueAddress.deleteMany({ where: { answer: "template" } });
  await database().prisma.mailTemplate.deleteMany();
});
const ada = () => castCtx("ada");
const words = (texts: object, base = "") => mailTextForm.parse({ base, texts });
const own = (text: string, over: object = {}) =>
  ownTextForm.parse({ name: "Returns", texts: { en: { text }, ...over } });

test("every built-in text names only variables it may", () => {
  for (const key of TEXT_KEYS)
    for (const locale of ["en", "it", "ro", "ru"] as const) {
      const { text } = builtInWords(key, locale);
      const used = [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name);
      expect(used.length).toBeGreaterThan(0);
      expect(variablesOf(key)).toEqual(expect.arrayContaining(used));
    }
});

test("a language's own words hold for it alone, and what equals the product's words is not kept", async () => {
  const english = builtInWords("receipt", "en");
  await changeMailText(
    ada(),
    "receipt",
    words({ en: english, it: { subject: "A", text: "Ciao\r\n{{ticket.number}}" } }),
  );
  expect(await findChangedWords(ada(), "receipt", "it")).toEqual({ subject: "A", text: "Ciao\n{{ticket.number}}" });
  expect(await findChangedWords(ada(), "receipt", "en")).toBeNull();
  for (const locale of ["de", "ro"]) expect(await findChangedWords(ada(), "receipt", locale)).toBeNull();
  await changeMailText(ada(), "solved", words({ en: { subject: "", text: "Done, {{customer.name}}" } }));
  expect(await findChangedWords(ada(), "solved", "de")).toMatchObject({ text: "Done, {{customer.name}}" });
  expect(await findChangedWords(ada(), "solved", "it")).toBeNull();
  await resetMailText(ada(), "solved", (await getMailText(ada(), "solved")).base);
  const { builtIn } = await listMailTexts(ada());
  expect(builtIn.map(({ key, changed }) => [key, changed])).toEqual(
    TEXT_KEYS.map((key) => [key, key === "receipt" ? ["it"] : []]),
  );
  expect((await getMailText(ada(), "receipt")).words).toMatchObject({ en: english, it: { subject: "A" } });
  await resetMailText(ada(), "receipt", (await getMailText(ada(), "receipt")).base);
  expect((await getMailText(ada(), "receipt")).changed).toEqual([]);
});

test("an unknown variable is refused at its field, by name", async () => {
  const change = async () => changeMailText(ada(), "solved", words({ ro: { subject: "", text: "Bună {{opening}}" } }));
  await expect(change()).rejects.toMatchObject({
    kind: "invalid",
    fields: { "texts.ro.text": "templates:error.variable" },
    params: { name: "{{opening}}" },
  });
  const create = async () => createMailText(ada(), own("Hi", { it: { subject: "{{x", text: "Ciao" } }));
  await expect(create()).rejects.toMatchObject({
    fields: { "texts.it.subject": "templates:error.variable" },
  });
  expect(mailTextForm.safeParse({ texts: { it: { subject: "A", text: "" } } }).success).toBe(false);
  expect(ownTextForm.safeParse({ name: "A", texts: { it: { text: "Ciao" } } }).success).toBe(false);
  expect(mailTextForm.safeParse({ texts: { it: { text: "x".repeat(MAX_WORDS + 1) } } }).success).toBe(false);
});

test("two administrators at once: one saves, the other is told; a later save with the new version holds", async () => {
  for (const round of [0, 1]) {
    const { base } = await getMailText(ada(), "receipt");
    const save = (text: string) => () => changeMailText(ada(), "receipt", words({ en: { text } }, base));
    const results = await race(save(`First ${round}`), save(`Second ${round}`));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { kind: "conflict", code: "templates:error.changedMeanwhile" },
    });
  }
});

test("words that somebody wrote meanwhile are neither replaced nor thrown away unseen", async () => {
  const never = await getMailText(ada(), "receipt");
  expect(never.base).toBe("");
  await changeMailText(ada(), "receipt", words({ en: { text: "Ada's words" } }, never.base));
  const drawn = await getMailText(ada(), "receipt");
  // Within the same millisecond.
  await changeMailText(otherAdministrator(), "receipt", words({ en: { text: "Sara's words" } }, drawn.base));
  const told = { kind: "conflict", code: "templates:error.changedMeanwhile" };
  for (const base of [never.base, drawn.base]) {
    await expect(changeMailText(ada(), "receipt", words({ en: { text: "Late" } }, base))).rejects.toMatchObject(told);
    await expect(resetMailText(ada(), "receipt", base)).rejects.toMatchObject(told);
  }
  const now = await getMailText(ada(), "receipt");
  expect(now.words.en.text).toBe("Sara's words");
  const results = await race(
    () => changeMailText(otherAdministrator(), "receipt", words({ en: { text: "Sara's next" } }, now.base)),
    () => resetMailText(ada(), "receipt", now.base),
  );
  expect(results.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: told }]);
});

test("an own text stands in English for languages without words, and is archived only when nothing answers with it", async () => {
  const { textId } = await createMailText(ada(), own("Hello", { ru: { text: "Здравствуйте" } }));
  expect(await findOwnWords(ada(), textId, "ru")).toMatchObject({ text: "Здравствуйте" });
  expect(await findOwnWords(ada(), textId, "it")).toMatchObject({ text: "Hello" });
  const { prisma } = database();
  await prisma.queueAddress.create({
    data: { address: "returns@northwind.example", queueId: queues.repairs.id, answer: "template", templateId: textId },
  });
  await expect(archiveMailText(ada(), textId)).rejects.toMatchObject({
    kind: "conflict",
    params: { names: "returns@northwind.example" },
  });
  await prisma.queueAddress.deleteMany({ where: { templateId: textId } });
  const rules = [{ id: textId, name: "Thanks", enabled: false, actions: { answer: textId } }];
  await prisma.mailRuleSet.create({ data: { version: 1, rules, at: new Date() } });
  await expect(archiveMailText(ada(), textId)).rejects.toMatchObject({ params: { names: "Thanks" } });
  await prisma.mailRuleSet.create({ data: { version: 2, rules: [], at: new Date() } });
  await archiveMailText(ada(), textId);
  expect(await findOwnWords(ada(), textId, "en")).toBeNull();
  expect(await listAnswerTexts(ada())).toEqual([]);
  await restoreMailText(ada(), textId);
  expect(await listAnswerTexts(ada())).toEqual([{ id: textId, name: "Returns" }]);
});

test("the texts are the administrators' business; what is none is 404", async () => {
  const { textId } = await createMailText(ada(), own("Hello"));
  const sara = castCtx("sara");
  expect(() => changeMailText(sara, textId, own("Hi"))).toThrow("common:error.forbidden");
  await expect(listMailTexts(sara)).rejects.toMatchObject({ kind: "forbidden" });
  for (const ref of ["nothing", "00000000-0000-7000-8000-000000000999"])
    await expect(getMailText(ada(), ref)).rejects.toMatchObject({ kind: "not_found" });
  await expect(archiveMailText(ada(), "receipt")).rejects.toMatchObject({ kind: "not_found" });
});
