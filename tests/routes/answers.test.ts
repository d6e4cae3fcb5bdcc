import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeCategory, makePublished } from "#tests/support/articles";
import { cast, organizations } from "#tests/support/cast";
import { insertMessage, insertTicket } from "#tests/support/insert-ticket";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { catchUp } from "#tests/support/searching";
import { useDatabase } from "#tests/support/use-database";
import * as choose from "~/desk/tickets/answers/choose";
import * as fitting from "~/desk/tickets/answers/fitting";
import * as faq from "~/desk/tickets/faq/new";
import type { AnswerChoice } from "~/desk/tickets/answers/list-choices.server";
import { database } from "~/platform/db.server";
import * as found from "~/portal/tickets/answers/found";
import * as opened from "~/portal/tickets/answers/opened";
import * as solved from "~/portal/tickets/answers/solved";
import * as newTicket from "~/portal/tickets/new";

useDatabase();
const db = () => database().prisma;

const ids: Record<"public" | "agents" | "others" | "customers", string> = {
  public: "",
  agents: "",
  others: "",
  customers: "",
};

beforeAll(async () => {
  const categoryId = await makeCategory({ name: "Seals" });
  const article = (title: string, rest: object = {}) =>
    makePublished({ categoryId, title, slug: "", markdown: `About the seal: ${title}.`, ...rest });
  ids.public = await article("Replacing a worn seal");
  ids.agents = await article("Seal prices for agents", { audience: "agents" });
  ids.customers = await article("Seal warranty terms", { audience: "customers" });
  ids.others = await article("Seal contract of Tanaka", {
    audience: "organizations",
    organizationIds: [organizations.tanaka.id],
  });
  await catchUp();
});

beforeEach(async () => {
  await db().deflection.deleteMany();
  await db().ticket.deleteMany();
});

const post = (path: string, fields: Record<string, string>, more: { cookie?: string; params?: object } = {}) => {
  const args = routeArgs(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    cookie: more.cookie,
    params: { ...more.params },
  });
  return args;
};
const words = { subject: "The seal leaks", text: "Water comes out of the worn seal." };
const rows = () => db().deflection.findMany();

describe("on the way to a ticket", () => {
  const act = async (fields: Record<string, string>, cookie?: string) =>
    answerOf(() => newTicket.action(post("/tickets/new", fields, { cookie })));

  test("the form comes back once with what fits, whole, and is sent the second time", async () => {
    const cookie = await signInAs("giulia");
    const first = await act({ ...words, cc: "" }, cookie);
    expect(first.status).toBe(200);
    expect(first.value).toMatchObject({ values: words, failure: { message: "", fields: {} } });
    const { answers } = first.value as { answers: { articleId: string }[] };
    expect(answers.map(({ articleId }) => articleId).sort()).toEqual([ids.public, ids.customers].sort());
    expect(await db().ticket.count()).toBe(0);
    expect(await act({ ...words, answersSeen: "yes" }, cookie)).toMatchObject({ status: 302 });
    expect(await db().ticket.count()).toBe(1);
  });

  test("what did not help the writer is not offered again; others still see it", async () => {
    const { id: giulia } = cast.giulia;
    const vote = { articleId: ids.public, reader: `person:${giulia}`, locale: "en", helpful: false, at: new Date() };
    await db().articleVote.create({ data: vote });
    const offered = async (name: "giulia" | "paolo") => {
      const { value } = await act({ ...words, cc: "" }, await signInAs(name));
      return (value as { answers: { articleId: string }[] }).answers.map(({ articleId }) => articleId);
    };
    expect(await offered("giulia")).toEqual([ids.customers]);
    expect(await offered("paolo")).toContain(ids.public);
    await db().articleVote.deleteMany();
  });

  test("nothing stands between when nothing fits", async () => {
    const fields = { subject: "Quarterly billing", text: "Please explain the total amount." };
    expect(await act(fields, await signInAs("giulia"))).toMatchObject({ status: 302 });
  });

  test("what is wrong with the form is said first", async () => {
    const { status, value } = await act({ ...words, subject: "" }, await signInAs("giulia"));
    expect(status).toBe(400);
    expect(value).not.toHaveProperty("answers");
  });

  test("while typing a stranger sees what is public, and nothing of few letters", async () => {
    const ask = async (fields: Record<string, string>) => {
      const { value } = await answerOf(() => found.action(post("/tickets/new/answers", fields)));
      return (await (value as Response).json()) as { articleId: string }[];
    };
    expect((await ask(words)).map(({ articleId }) => articleId)).toEqual([ids.public]);
    expect(await ask({ subject: "seal", text: "" })).toEqual([]);
  });

  test("an opened answer is noted and leads to its page; a ticket sent after it says so", async () => {
    const cookie = await signInAs("giulia");
    const answer = `${ids.public} en article replacing-a-worn-seal`;
    const way = await answerOf(() => opened.action(post("/help/opened", { answer, query: "seal" }, { cookie })));
    expect(way).toMatchObject({ status: 303, location: "/help/en/articles/replacing-a-worn-seal" });
    expect(await rows()).toMatchObject([{ reader: `person:${cast.giulia.id}`, ticketAt: null, solvedAt: null }]);
    await act({ ...words, answersSeen: "yes" }, cookie);
    expect((await rows())[0]?.ticketAt).not.toBeNull();
  });

  test("a stranger is known again by a cookie; what may not be read cannot be opened", async () => {
    const args = post("/help/solved", { answer: `${ids.public} en article x` });
    const cookies: string[] = [];
    args.context.setCookie = (cookie) => void cookies.push(cookie);
    expect(await answerOf(() => solved.action(args))).toMatchObject({ status: 303, location: "/tickets/new/solved" });
    expect(cookies.join()).toContain("reader");
    expect(await rows()).toMatchObject([{ personId: null, reader: expect.stringMatching(/^guest:/) }]);
    const hidden = post("/help/opened", { answer: `${ids.agents} en article x` });
    expect(await answerOf(() => opened.action(hidden))).toMatchObject({ status: 404 });
    const elsewhere = post("/help/opened", { answer: `${ids.public} en article //evil.example` });
    expect(await answerOf(() => opened.action(elsewhere))).toMatchObject({ status: 400 });
  });
});

describe("beside a ticket", () => {
  async function ticketAboutSeals() {
    const ticket = await insertTicket({ subject: words.subject, locale: "en" });
    await insertMessage(ticket.id, { text: words.text });
    return ticket;
  }
  const params = (number: number) => ({ number: String(number) });
  const list = async (number: number, query = "") => {
    const path = `/desk/tickets/${number}/answers${query}`;
    const args = routeArgs(path, { cookie: await signInAs("sara"), params: params(number) });
    const { value } = await answerOf(() => choose.loader(args));
    return (value as { choices: AnswerChoice[] }).choices;
  };
  const insert = async (number: number, fields: Record<string, string>) =>
    answerOf(async () =>
      choose.action(
        post(
          `/desk/tickets/${number}/answers`,
          { locale: "en", ...fields },
          {
            cookie: await signInAs("sara"),
            params: params(number),
          },
        ),
      ),
    );

  test("the card gets what the page lists; a search that fails is a failure, not an empty list", async () => {
    const { number } = await ticketAboutSeals();
    const args = routeArgs(`/desk/tickets/${number}/answers/fitting`, {
      cookie: await signInAs("sara"),
      params: params(number),
    });
    expect(await (await fitting.loader(args)).json()).toEqual(await list(number));
    await db().$executeRaw`alter table search_document rename to search_lost`;
    try {
      await expect(fitting.loader(args)).rejects.toThrow("search_document");
      await expect(list(number)).rejects.toThrow("search_document");
    } finally {
      await db().$executeRaw`alter table search_lost rename to search_document`;
    }
  });

  test("answers that fit are listed with who can open them", async () => {
    const { number } = await ticketAboutSeals();
    const closed = Object.fromEntries((await list(number)).map(({ id, closed }) => [id, closed]));
    expect(closed).toEqual({
      [ids.public]: null,
      [ids.customers]: null,
      [ids.agents]: "agents",
      [ids.others]: "organizations",
    });
    const [one] = await list(number, "?q=worn");
    expect(one).toMatchObject({ id: ids.public, text: "About the seal: Replacing a worn seal." });
    expect(one?.link).toMatch(/^Replacing a worn seal\nhttps?:\/\/.*\/help\/en\/articles\/replacing-a-worn-seal$/);
  });

  test("a link goes behind the draft; one the customer could not open goes into a note alone", async () => {
    const { id, number } = await ticketAboutSeals();
    const draft = (kind: "public" | "note") => db().draft.findFirst({ where: { ticketId: id, kind } });
    await insert(number, { articleId: ids.public, as: "text" });
    expect(await insert(number, { articleId: ids.public, as: "link" })).toMatchObject({ status: 302 });
    expect((await draft("public"))?.text).toMatch(/^About the seal.*\n\nReplacing a worn seal\nhttp/s);
    for (const articleId of [ids.agents, ids.others])
      expect(await insert(number, { articleId, as: "link" })).toMatchObject({
        status: 409,
        value: { data: { failure: { code: "answers:error.closed" } } },
      });
    expect(await insert(number, { articleId: ids.agents, as: "link", kind: "note" })).toMatchObject({ status: 302 });
    expect((await draft("note"))?.text).toContain("Seal prices for agents");
  });

  test("its answer becomes a draft in the editor, and the ticket leads to it", async () => {
    const { id, number } = await ticketAboutSeals();
    await insertMessage(id, { side: "agent", authorId: cast.sara.id, text: "Dear Giulia,\nreplace it." });
    const cookie = await signInAs("sara");
    const at = { cookie, params: params(number) };
    const page = await answerOf(() => faq.loader(routeArgs(`/desk/tickets/${number}/faq`, at)));
    const { html, source, categories } = page.value as Awaited<ReturnType<typeof faq.loader>>;
    expect(html).toContain("Dear <mark>[name]<sup>1</sup></mark>,");
    const fields = {
      messageId: source.messageId,
      categoryId: categories[0]?.value ?? "",
      question: "How is a seal replaced?",
    };
    const made = await answerOf(() => faq.action(post(`/desk/tickets/${number}/faq`, fields, at)));
    const article = await db().article.findFirstOrThrow({ where: { ticketId: id } });
    expect(made.location).toBe(`/desk/knowledge/${article.id}?lang=en`);
  });
});
