import { beforeEach, describe, expect, it } from "vitest";
import { createCategory } from "~/domain/knowledge/create-category.server";
import { createCategoryForm } from "~/domain/knowledge/schema";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { freezeClock } from "~/platform/clock.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, organizations, queues, STORY_TIME } from "#tests/support/cast";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { useDatabase } from "#tests/support/use-database";
import { draftFaq } from "./draft-faq.server";
import { readFaqSource } from "./read-faq-source.server";

useDatabase();
const db = () => database().prisma;
const minute = (n: number) => new Date(Date.parse(STORY_TIME) + n * 60_000);
const byAgent = { side: "agent", authorId: cast.sara.id } as const;
let categoryId: string;

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().article.deleteMany();
  await db().articleCategory.deleteMany();
  await db().ticket.deleteMany();
  ({ categoryId } = await createCategory(castCtx("ada"), createCategoryForm.parse({ names: { en: "Repairs" } })));
});

async function solvedTicket(over: Parameters<typeof insertTicket>[0] = {}) {
  const ticket = await insertTicket({
    subject: "Re: Pump of Marchetti Impianti makes noise",
    state: "solved",
    solvedAt: minute(10),
    organizationId: organizations.marchetti.id,
    ...over,
  });
  await insertMessage(ticket.id, { ...byAgent, sentAt: minute(1), text: "Which serial has it?" });
  await insertMessage(ticket.id, { sentAt: minute(2), text: "NW4482913. Giulia" });
  await insertMessage(ticket.id, { kind: "note", ...byAgent, sentAt: minute(3), text: "Secret note" });
  const answer = await insertMessage(ticket.id, {
    ...byAgent,
    sentAt: minute(4),
    text: "Dear Giulia,\n1. Close the valve\n2. Open *vent* 3\n\nCall +39 011 555 0142.\n\nKind regards,\nSara Bianchi",
  });
  await insertMessage(ticket.id, { ...byAgent, sentAt: minute(20), text: "You are welcome!" });
  return { ...ticket, answerId: answer.id };
}

describe("the answer that solved a ticket as a draft", () => {
  it("takes the last public answer before it was solved, without names, numbers and signature", async () => {
    const { number, answerId } = await solvedTicket();
    const source = await readFaqSource(castCtx("sara"), number);
    expect(source.messageId).toBe(answerId);
    expect(source.question).toBe("Pump of [organization] makes noise");
    expect(source.markdown).toBe("Dear [name],\n1. Close the valve\n2. Open \\*vent\\* 3\n\nCall [phone].");
    expect(source.marks.map(({ kind }) => kind)).toEqual(["name", "phone", "signature"]);
    expect(source.answers).toHaveLength(3);
  });

  it("takes another answer when it is named, and speaks the ticket's language", async () => {
    const { number, id } = await solvedTicket({ locale: "it" });
    const other = await insertMessage(id, { ...byAgent, sentAt: minute(5), text: "Gentile Giulia,\ntutto fatto." });
    const source = await readFaqSource(castCtx("sara"), number, other.id);
    expect(source.markdown).toBe("Gentile [nome],\\\ntutto fatto.");
  });

  it("refuses a ticket that no agent answered, and is not there for who does not see it", async () => {
    const { number } = await insertTicket({});
    await expect(readFaqSource(castCtx("sara"), number)).rejects.toMatchObject({ code: "answers:error.noAnswer" });
    const billed = await solvedTicket({ queueId: queues.billing.id });
    await expect(readFaqSource(castCtx("elena"), billed.number)).rejects.toMatchObject({ kind: "not_found" });
    await expect(readFaqSource(castCtx("giulia"), number)).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("becomes an FAQ that links back and cannot be published before every mark is confirmed", async () => {
    const { number, id } = await solvedTicket();
    const { articleId, locale } = await draftFaq(castCtx("elena"), number, { messageId: null, categoryId });
    const article = await db().article.findUniqueOrThrow({
      where: { id: articleId },
      select: {
        kind: true,
        ticketId: true,
        texts: { select: { draft: true, marks: { orderBy: { position: "asc" } } } },
      },
    });
    expect(article).toMatchObject({ kind: "faq", ticketId: id });
    expect(article.texts[0]?.draft?.markdown).toContain("Dear [name],");
    expect(article.texts[0]?.marks.map(({ kind, found }) => `${kind} ${found}`)).toEqual([
      "organization Marchetti Impianti",
      "name Giulia",
      "phone +39 011 555 0142",
      "signature Kind regards,\nSara Bianchi",
    ]);
    await expect(publishText(castCtx("ada"), { articleId, locale })).rejects.toMatchObject({
      code: "knowledge:error.marks",
    });
    expect(await db().event.count({ where: { ticketId: id, type: "ticket.faq_drafted" } })).toBe(1);
  });

  it("keeps the agent's own question and asks nothing about the subject that it replaced", async () => {
    const { number } = await solvedTicket();
    const { articleId } = await draftFaq(castCtx("sara"), number, {
      messageId: null,
      categoryId,
      question: "Why noise?",
    });
    const marks = await db().articleMark.findMany({ where: { text: { articleId } }, select: { kind: true } });
    expect(marks.map(({ kind }) => kind)).not.toContain("organization");
    expect(await db().articleDraft.findFirst({ select: { title: true } })).toEqual({ title: "Why noise?" });
  });
});
