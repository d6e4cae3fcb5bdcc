import { beforeAll, describe, expect, test } from "vitest";
import { changeArticle } from "~/domain/knowledge/change-article.server";
import { createArticle } from "~/domain/knowledge/create-article.server";
import { createCategory } from "~/domain/knowledge/create-category.server";
import { deleteArticle } from "~/domain/knowledge/delete-article.server";
import { deleteNews } from "~/domain/knowledge/delete-news.server";
import { findReadableHelp } from "~/domain/knowledge/find-readable-help.server";
import { getHelpArticle } from "~/domain/knowledge/get-help-article.server";
import { getHelpHome } from "~/domain/knowledge/get-help-home.server";
import { getHelpTopic } from "~/domain/knowledge/get-help-topic.server";
import { listFaqs } from "~/domain/knowledge/list-faqs.server";
import { listNews } from "~/domain/knowledge/list-news.server";
import { listOpenProblems } from "~/domain/knowledge/list-open-problems.server";
import { listPopularArticles } from "~/domain/knowledge/list-popular-articles.server";
import { listSitemap } from "~/domain/knowledge/list-sitemap.server";
import { newsForm } from "~/domain/knowledge/news-schema";
import { publishNews } from "~/domain/knowledge/publish-news.server";
import { publishText } from "~/domain/knowledge/publish-text.server";
import { saveNews } from "~/domain/knowledge/save-news.server";
import { type ArticleForm, createArticleForm, createCategoryForm } from "~/domain/knowledge/schema";
import { setRelatedArticles } from "~/domain/knowledge/set-related-articles.server";
import { startTranslation } from "~/domain/knowledge/start-translation.server";
import { unpublishNews } from "~/domain/knowledge/unpublish-news.server";
import { unpublishText } from "~/domain/knowledge/unpublish-text.server";
import { addNote } from "~/domain/tickets/add-note.server";
import { addParticipant } from "~/domain/tickets/add-participant.server";
import { changeTicket } from "~/domain/tickets/change-ticket.server";
import { deleteTicket } from "~/domain/tickets/delete-ticket.server";
import { followTicket } from "~/domain/tickets/follow-ticket.server";
import { mergeTickets } from "~/domain/tickets/merge-tickets.server";
import { removeParticipant } from "~/domain/tickets/remove-participant.server";
import { replyToTicket } from "~/domain/tickets/reply-to-ticket.server";
import { saveDraft } from "~/domain/tickets/save-draft.server";
import { unfollowTicket } from "~/domain/tickets/unfollow-ticket.server";
import { freezeClock } from "~/platform/clock.server";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { DOCUMENT_KINDS } from "#search/document";
import { makeCategory, makePublished, writeDraft } from "#tests/support/articles";
import { cast, castActor, castCtx, type CastName, organizations, queues, STORY_TIME } from "#tests/support/cast";
import { catchUp } from "#tests/support/searching";
import { compose, openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { findAnswers } from "./find-answers.server";
import { popularCache } from "./internal/popular-cache";
import { listPopularSearches } from "./list-popular-searches.server";
import { logSearch } from "./log-search.server";
import { searchAnswers } from "./search-answers.server";
import { type IndexAnswer, type IndexRequest, searchIndex } from "./search-index.server";

useDatabase();

// Every secret has a word of its own that stands nowhere else.
const words = {
  giulias: "xylophone",
  note: "marzipan",
  hanas: "kaleidoscope",
  deleted: "zeppelin",
  undo: "thermometer",
  draft: "harpsichord",
  mergedAway: "bumblebee",
  quoted: "gondolier",
  public: "saxophone",
  customers: "trampoline",
  tanakas: "pomegranate",
  agents: "rhinoceros",
  unpublished: "cauliflower",
  taken: "hippodrome",
  binned: "windjammer",
  contact: "suzuki",
  scheduled: "bagpipes",
  written: "clavichord",
  replaced: "dulcimer",
  translation: "fisarmonica",
  news: "mandolin",
  newsDraft: "tambourine",
  newsLater: "concertina",
  newsDeleted: "didgeridoo",
} as const;
type Secret = keyof typeof words;

const stranger = (): Ctx => ({ ...systemCtx(), actor: { kind: "anonymous" } });
const ask = (ctx: Ctx, text: string, over: Partial<IndexRequest> = {}): Promise<IndexAnswer> =>
  searchIndex(ctx, { text, kinds: DOCUMENT_KINDS, limit: 100, ...over });

let giulias: number;
let categoryId: string;
const articles = new Map<Secret, string>();

async function write(secret: Secret, over: Partial<ArticleForm> = {}): Promise<string> {
  const ctx = castCtx("ada");
  const title = `About the ${words[secret]}`;
  const form = {
    kind: "article",
    categoryId,
    locale: "en",
    title,
    markdown: `Use the ${words[secret]} well.`,
    ...over,
  };
  const { articleId } = await createArticle(ctx, createArticleForm.parse(form));
  articles.set(secret, articleId);
  return articleId;
}
const publish = (articleId: string) => publishText(castCtx("ada"), { articleId, locale: "en" });

/** An article whose readers see neither what it said before, nor what is being written, nor an unfinished translation. */
async function letWordsChange(articleId: string) {
  const ada = castCtx("ada");
  const now = "Use the trampoline well.";
  for (const markdown of [`${now} ${words.replaced}`, now, `${now} ${words.written}`]) {
    await writeDraft(ada, articleId, { markdown });
    if (!markdown.includes(words.written)) await publish(articleId);
  }
  await startTranslation(ada, { articleId, locale: "it" });
  await writeDraft(ada, articleId, { title: words.translation }, { locale: "it" });
}

async function tell(secret: Secret, over: object = {}): Promise<string> {
  const none = { en: "", it: "", ro: "", ru: "" };
  const titles = { ...none, en: `News of the ${words[secret]}` };
  const form = newsForm.parse({ kind: "problem", titles, texts: none, ...over });
  return (await saveNews(castCtx("ada"), null, form)).newsId;
}

beforeAll(async () => {
  freezeClock(STORY_TIME);
  ({ number: giulias } = await openGiulias({
    body: { text: `The ${words.giulias} is out of tune.`, quotedText: `On Monday: ${words.quoted}` },
  }));
  await addNote(castCtx("sara"), giulias, { text: `Do not tell her about the ${words.note}.`, files: [] });
  await changeTicket(castCtx("sara"), giulias, { tags: ["difficult-person"] });
  await replyToTicket(castCtx("sara"), giulias, compose({ text: `The ${words.undo} helps.` }));
  await saveDraft(castCtx("elena"), giulias, {
    kind: "public",
    text: `A ${words.draft}`,
    cc: [],
    uploadIds: [],
  } as never);
  await openGiulias({
    requesterId: cast.hana.id,
    queueId: queues.billing.id,
    subject: `Bill for a ${words.hanas}`,
  });
  const deleted = await openGiulias({ subject: words.deleted });
  await deleteTicket(castCtx("ada"), deleted.number);
  const merged = await openGiulias({ subject: words.mergedAway });
  await mergeTickets(castCtx("ada"), merged.number, giulias);
  await database().prisma.person.update({ where: { id: cast.hana.id }, data: { name: `Hana ${words.contact}` } });

  ({ categoryId } = await createCategory(castCtx("ada"), createCategoryForm.parse({ names: { en: "Music" } })));
  await publish(await write("public"));
  await publish(await write("customers", { audience: "customers" }));
  await publish(await write("tanakas", { audience: "organizations", organizationIds: [organizations.tanaka.id] }));
  await publish(await write("agents", { audience: "agents" }));
  await write("unpublished");
  const taken = await write("taken");
  await publish(taken);
  await unpublishText(castCtx("ada"), { articleId: taken, locale: "en" });
  const binned = await write("binned");
  await publish(binned);
  await deleteArticle(castCtx("ada"), binned);
  const hour = new Date(Date.parse(STORY_TIME) + 3_600_000);
  await publishText(castCtx("ada"), { articleId: await write("scheduled"), locale: "en", at: hour });
  await letWordsChange(articles.get("customers") ?? "");
  const news = { audience: "organizations", organizationIds: [organizations.tanaka.id] };
  await publishNews(castCtx("ada"), await tell("news", news));
  await tell("newsDraft");
  await publishNews(castCtx("ada"), await tell("newsLater"), hour);
  const deletedNews = await tell("newsDeleted");
  await publishNews(castCtx("ada"), deletedNews);
  await deleteNews(castCtx("ada"), deletedNews);
  // What is read most, and what an editor has named as related, is shown beside what may be read.
  await database().prisma.article.updateMany({ data: { views: 9 } });
  await setRelatedArticles(castCtx("ada"), articles.get("public") ?? "", [...articles.values()], { chosen: true });
  await database().pool.query(
    "select search_changed('postgres', array(select 'contact:' || person_id from contact), now())",
  );
  await catchUp();
});

/** What of a secret shows in any part of any answer: whole word, beginning, misspelling, phrase, everything. */
async function shows(ctx: Ctx, secret: Secret): Promise<boolean> {
  const word = words[secret];
  const misspelt = word.slice(0, 3) + word.charAt(4) + word.charAt(3) + word.slice(5);
  const stem = word.slice(0, -2);
  const desk = ctx.actor.kind === "person" && ctx.actor.role !== "customer";
  const facets = desk ? ["tag", "queue", "from", "category", "org"] : ["category", "audience", "open"];
  const shown: string[] = [];
  for (const [text, over] of [
    [word, { facets }],
    [word.slice(0, 4), { prefix: true }],
    [stem, { prefix: true, facets }],
    [misspelt, {}],
    [misspelt, { prefix: true }],
    [`"${word}"`, { facets }],
    [`pump ${word}`, {}],
    [`pump the about ${misspelt}`, { match: "any" }],
    ["", { facets }],
    ["about", { facets }],
  ] satisfies [string, Partial<IndexRequest>][]) {
    const answer = await ask(ctx, text, over);
    const { corrected, ...rest } = answer;
    if (JSON.stringify([rest, corrected.map(({ to }) => to)]).includes(word)) shown.push(text);
    if ((text === word || text === `"${word}"`) && answer.total.count) shown.push(`${text}: ${answer.total.count}`);
    const counted = Object.values(answer.facets).flat().length;
    if ((text === word || text === `"${word}"`) && counted) shown.push(`${text}: ${counted} facets`);
  }
  return shown.length > 0;
}

const nobodys: Secret[] = (
  "deleted undo draft mergedAway quoted unpublished taken binned " +
  "scheduled written replaced translation newsDraft newsLater newsDeleted"
).split(" ") as Secret[];
const seen: [who: "stranger" | CastName, Secret[]][] = [
  ["stranger", ["public"]],
  ["giulia", ["giulias", "public", "customers"]],
  ["paolo", ["public", "customers"]],
  ["hana", ["hanas", "public", "customers", "tanakas", "contact", "news"]],
  ["elena", ["giulias", "note", "public", "customers", "tanakas", "agents", "contact", "news"]],
  ["marco", ["hanas", "public", "customers", "tanakas", "agents", "contact", "news"]],
  ["ada", ["giulias", "note", "hanas", "public", "customers", "tanakas", "agents", "contact", "news"]],
];

describe("no word of what somebody may not read shows in any part of any answer", () => {
  test.each(seen)("%s finds %j and nothing else", async (who, mine) => {
    const ctx = who === "stranger" ? stranger() : castCtx(who);
    const shown: Secret[] = [];
    for (const secret of Object.keys(words) as Secret[]) if (await shows(ctx, secret)) shown.push(secret);
    expect(shown.toSorted()).toEqual(mine.toSorted());
    expect(shown.filter((secret) => nobodys.includes(secret))).toEqual([]);
  });

  test("the product itself finds all that is anybody's, and still nothing that is nobody's", async () => {
    const shown: Secret[] = [];
    for (const secret of Object.keys(words) as Secret[]) if (await shows(systemCtx(), secret)) shown.push(secret);
    expect(shown.toSorted()).toEqual(
      (Object.keys(words) as Secret[]).filter((name) => !nobodys.includes(name)).toSorted(),
    );
  });

  test("customers neither count nor filter by what only the desk knows", async () => {
    for (const facet of ["tag", "assignee", "queue", "from", "priority", "org", "state"]) {
      await expect(ask(castCtx("giulia"), "", { facets: [facet] })).rejects.toMatchObject({ kind: "forbidden" });
      const filters = [{ field: facet, any: ["difficult-person"] }];
      await expect(ask(castCtx("giulia"), "", { filters })).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect((await ask(castCtx("giulia"), "difficult-person")).hits).toEqual([]);
    const filters = [{ field: "tag", any: ["difficult-person"] }];
    expect((await ask(castCtx("sara"), "", { filters })).total.count).toBe(1);
    expect((await ask(castCtx("marco"), "", { filters, facets: ["tag"] })).facets).toEqual({});
  });
});

describe("the mark of the next page", () => {
  const first = (ctx: Ctx, after: string | null = null) => ask(ctx, "use", { limit: 1, after });

  test("tells nothing: neither the words nor how rare they are among what others may read", async () => {
    const { next } = await first(castCtx("ada"));
    const plain = Buffer.from(next ?? "", "base64url").toString("latin1");
    expect(plain.length).toBeGreaterThan(30);
    expect(plain).not.toMatch(/use|help/);
  });

  test("made up, cut short or of another question shows the first page; another's shows only one's own", async () => {
    const ada = castCtx("ada");
    const { next, hits, total } = await first(ada);
    const madeUp = [Number.MAX_VALUE, "'; drop table", 1e300, 5, false, { "help:use": 1e308 }];
    const forged = Buffer.from(JSON.stringify(madeUp)).toString("base64url");
    for (const after of [forged, next!.slice(0, -4), `${next}AAAA`, "x", "\0", "\ud800", "a".repeat(100_000)])
      expect(await first(ada, after)).toMatchObject({ hits: hits.map(({ id }) => ({ id })), total });
    for (const ctx of [stranger(), castCtx("giulia")]) {
      const borrowed = JSON.stringify((await first(ctx, next)).hits);
      for (const secret of [...nobodys, "tanakas", "agents", "note", "hanas"] as Secret[])
        expect(borrowed).not.toContain(words[secret]);
    }
  });
});

describe("beside the search", () => {
  /** Every page, list and suggestion of the help centre, with all the secrets as a running text. */
  const readings = (ctx: Ctx): Promise<unknown>[] => [
    getHelpHome(ctx),
    getHelpTopic(ctx, "music"),
    getHelpArticle(ctx, "article", "about-the-saxophone"),
    listFaqs(ctx),
    listNews(ctx, null),
    listOpenProblems(ctx),
    listPopularArticles(ctx),
    listSitemap(ctx, 1),
    searchAnswers(ctx, { text: "about", locale: "en", limit: 50 }),
    findAnswers(ctx, { subject: "About music", text: Object.values(words).join(" "), locale: "en", limit: 50 }),
  ];
  const HELP: Secret[] = ["public", "customers", "tanakas", "agents", "news"];

  test.each(seen)(
    "%s is shown nothing on any page of the help centre that the search would not find",
    async (who, mine) => {
      const ctx = who === "stranger" ? stranger() : castCtx(who);
      const shown = JSON.stringify(await Promise.all(readings(ctx)));
      const secrets = (Object.keys(words) as Secret[]).filter((secret) => shown.includes(words[secret]));
      expect(secrets.toSorted()).toEqual(mine.filter((secret) => HELP.includes(secret)).toSorted());
    },
  );

  test("news and articles in languages that the reader has not asked for tell no more", async () => {
    for (const locale of ["it", "ro", "ru"] as const) {
      const shown = JSON.stringify(await Promise.all(readings({ ...stranger(), locale })));
      for (const secret of nobodys) expect(shown).not.toContain(words[secret]);
    }
  });

  test("popular searches are made of words that strangers find, however many others look for another", async () => {
    const asked = [
      words.public,
      words.tanakas,
      words.agents,
      words.hanas,
      `${words.public} ${words.hanas}`,
      "saxophnoe",
    ];
    for (const who of ["hana", "marco"] as const)
      for (const userAgent of ["Firefox", "Chrome", "Safari"])
        for (const [i, typed] of asked.entries()) {
          const ctx = castCtx(who, { now: new Date(Date.parse(STORY_TIME) + i * 60_000) });
          await logSearch(ctx, { half: "portal", typed, results: 3, final: true, userAgent });
        }
    for (const ctx of [stranger(), castCtx("hana"), castCtx("ada")]) {
      popularCache.clear();
      expect(await listPopularSearches(ctx, "en")).toEqual([words.public]);
    }
  });
});

describe("what the index has not heard of yet", () => {
  test("an article or news that was taken away, or given to others, is not shown among what is found", async () => {
    const ada = castCtx("ada");
    const categoryId = await makeCategory({ name: "Encores" });
    const articleId = await makePublished({ categoryId, title: "Once more" });
    const { newsId } = await saveNews(
      ada,
      null,
      newsForm.parse({
        titles: { en: "Once more", it: "", ro: "", ru: "" },
        texts: { en: "", it: "", ro: "", ru: "" },
      }),
    );
    await publishNews(ada, newsId);
    await catchUp();
    const { hits } = await ask(stranger(), "once more");
    expect(hits.map(({ group }) => group).toSorted()).toEqual([articleId, newsId].toSorted());
    const left = async (ctx: Ctx) => {
      const isReadable = await findReadableHelp(ctx, hits);
      return hits.filter(isReadable).map(({ kind }) => kind);
    };
    expect((await left(stranger())).toSorted()).toEqual(["article", "news"]);
    await unpublishNews(ada, newsId);
    await changeArticle(ada, articleId, { audience: "customers" });
    expect([await left(stranger()), await left(castCtx("giulia"))]).toEqual([[], ["article"]]);
    await unpublishText(ada, { articleId, locale: "en" });
    expect(await left(castCtx("ada"))).toEqual([]);
    await deleteArticle(ada, articleId);
    await deleteNews(ada, newsId);
    await catchUp();
  });
});

describe("a change of who may read", () => {
  const sees = (ctx: Ctx, secret: Secret) => shows(ctx, secret);
  const as = (name: CastName, over: object): Ctx => ({ ...castCtx(name), actor: { ...castActor(name), ...over } });

  test("of membership, sharing and role counts at once, and nothing is indexed again", async () => {
    expect(await sees(as("elena", { queueIds: [queues.billing.id] }), "note")).toBe(false);
    expect(await sees(as("elena", { queueIds: [queues.billing.id] }), "hanas")).toBe(true);
    expect(await sees(as("paolo", { sharedOrganizationId: organizations.marchetti.id }), "giulias")).toBe(true);
    expect(await sees(as("paolo", { sharedOrganizationId: organizations.marchetti.id }), "note")).toBe(false);
    expect(await sees(as("ada", { role: "customer", queueIds: [] }), "note")).toBe(false);
    expect(await sees(as("ada", { role: "agent", queueIds: [] }), "giulias")).toBe(false);
    expect(await sees(as("giulia", { role: "agent" }), "agents")).toBe(true);
    expect(await sees(as("giulia", { role: "agent" }), "giulias")).toBe(false);
    await database().prisma.contact.update({ where: { personId: cast.hana.id }, data: { organizationId: null } });
    expect(await sees(castCtx("hana"), "tanakas")).toBe(false);
    const back = { organizationId: organizations.tanaka.id };
    await database().prisma.contact.update({ where: { personId: cast.hana.id }, data: back });
    expect(await sees(castCtx("hana"), "tanakas")).toBe(true);
  });

  test("of who takes part, follows, is assigned and is mentioned follows the command", async () => {
    const grows = async (act: () => Promise<unknown>, ctx: Ctx, secret: Secret, expected: boolean) => {
      await act();
      await catchUp();
      expect(await sees(ctx, secret)).toBe(expected);
    };
    const sara = castCtx("sara");
    const marco = castCtx("marco");
    const hana = castCtx("hana");
    await grows(() => addParticipant(sara, giulias, cast.hana.email), hana, "giulias", true);
    expect(await sees(hana, "note")).toBe(false);
    await grows(() => removeParticipant(sara, giulias, cast.hana.id), hana, "giulias", false);
    await grows(() => changeTicket(sara, giulias, { assigneeId: cast.sara.id }), marco, "note", false);
    await grows(() => changeTicket(sara, giulias, { queueId: queues.billing.id }), marco, "note", true);
    await grows(() => changeTicket(sara, giulias, { queueId: queues.repairs.id }), marco, "note", false);
    const bothQueues = as("marco", { queueIds: [queues.repairs.id] });
    await grows(() => followTicket(bothQueues, giulias), marco, "note", true);
    await grows(() => unfollowTicket(bothQueues, giulias), marco, "note", false);
    await grows(() => addNote(sara, giulias, { text: `Ask @${cast.marco.name}`, files: [] }), marco, "note", true);
  });

  test("of an article's audience follows the command", async () => {
    const articleId = articles.get("public") ?? "";
    await changeArticle(castCtx("ada"), articleId, { audience: "agents" });
    await catchUp();
    expect(await sees(stranger(), "public")).toBe(false);
    expect(await sees(castCtx("giulia"), "public")).toBe(false);
    expect(await sees(castCtx("elena"), "public")).toBe(true);
    await changeArticle(castCtx("ada"), articleId, { audience: "public" });
    await catchUp();
    expect(await sees(stranger(), "public")).toBe(true);
    await publish(articles.get("unpublished") ?? "");
    await catchUp();
    expect(await sees(stranger(), "unpublished")).toBe(true);
    await deleteArticle(castCtx("ada"), articles.get("unpublished") ?? "");
    await catchUp();
    expect(await sees(castCtx("ada"), "unpublished")).toBe(false);
  });
});
