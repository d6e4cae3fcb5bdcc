import { beforeAll, describe, expect, test } from "vitest";
import { editorCtx } from "#tests/support/articles";
import { cast, castCtx, type CastName, organizations } from "#tests/support/cast";
import { makeTopic } from "#tests/support/help-articles";
import { useDatabase } from "#tests/support/use-database";
import { unsubscribeUrl } from "~/domain/mail/unsubscribe-token.server";
import { sendNews } from "~/domain/notifications/send-news.server";
import { unsubscribe } from "~/domain/notifications/unsubscribe.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { newId } from "~/lib/id";
import { addNewsUpdate } from "./add-news-update.server";
import { announceNews } from "./announce-news.server";
import { followNews } from "./follow-news.server";
import { followTopic } from "./follow-topic.server";
import { getDeskNews } from "./get-desk-news.server";
import { getNews } from "./get-news.server";
import { listDeskNews } from "./list-desk-news.server";
import { listOpenProblems } from "./list-open-problems.server";
import { newsForm, newsUpdateForm } from "./news-schema";
import { publishNews } from "./publish-news.server";
import { saveNews } from "./save-news.server";
import { solveProblem } from "./solve-problem.server";
import { sweepSchedule } from "./sweep-schedule.server";

useDatabase();

let top = "";
let below = "";
const none = { en: "", it: "", ro: "", ru: "" };
const form = (over: object = {}) =>
  newsForm.parse({
    kind: "problem",
    topicId: below,
    titles: { ...none, en: "Deliveries are late", it: "Consegne in ritardo" },
    texts: { ...none, en: "Snow <script>x</script> on the pass.", it: "Neve sul passo." },
    ...over,
  });
const update = newsUpdateForm.parse({ texts: { ...none, en: "The road is open." } });

/** News that Ada begins; their id. */
const begin = async (over: object = {}) => (await saveNews(castCtx("ada"), null, form(over))).newsId;

/** Runs what listens to the events of a type, as often as asked; the mails it queued. */
async function tell(type: string, times = 1) {
  const { prisma } = database();
  const before = new Set((await prisma.outboundMail.findMany({ select: { id: true } })).map(({ id }) => id));
  const event = await prisma.event.findFirstOrThrow({ where: { type }, orderBy: { id: "desc" } });
  for (let i = 0; i < times; i++) await sendNews(systemCtx(), event.id);
  const mails = await prisma.outboundMail.findMany({ where: { template: "news" }, orderBy: { recipient: "asc" } });
  return mails.filter(({ id }) => !before.has(id));
}

const problemsOf = async (name: CastName) => (await listOpenProblems(castCtx(name))).map(({ title }) => title);

beforeAll(async () => {
  top = await makeTopic("deliveries");
  below = await makeTopic("delays", { parentId: top });
  await followTopic(castCtx("giulia"), top, true);
  await followTopic(castCtx("giulia"), below, true);
  await followTopic(castCtx("hana"), below, true);
});

describe("news", () => {
  test("a draft is nobody's; published, it tells each follower once, in their language", async () => {
    const id = await begin();
    expect(await problemsOf("giulia")).toEqual([]);
    await publishNews(castCtx("ada"), id);
    expect(await problemsOf("giulia")).toEqual(["Consegne in ritardo"]);
    const mails = await tell("news.published", 2);
    expect(mails.map(({ recipient, locale }) => [recipient, locale])).toEqual([
      [cast.giulia.email, "it"],
      [cast.hana.email, "en"],
    ]);
    expect(mails[0]?.props).toMatchObject({
      subject: "Consegne in ritardo",
      text: "Neve sul passo.",
      kind: "published",
    });
    const seen = await getNews({ ...castCtx("hana"), locale: "ru" }, "deliveries-are-late");
    expect(seen).toMatchObject({ locale: "en", title: "Deliveries are late" });
    expect(seen.html).not.toContain("<script");
  });

  test("updates and the solution go to its own followers; one click stops them", async () => {
    const { id } = await database().prisma.news.findFirstOrThrow();
    await followNews(castCtx("paolo"), id, true);
    await followNews(castCtx("paolo"), id, true);
    await addNewsUpdate(castCtx("ada"), id, update);
    const [mail, ...more] = await tell("news.updated", 2);
    expect([mail?.recipient, more.length]).toEqual([cast.paolo.email, 0]);
    await solveProblem(castCtx("ada"), id);
    expect(await problemsOf("giulia")).toEqual([]);
    expect((await tell("news.solved")).map(({ recipient }) => recipient)).toEqual([cast.paolo.email]);
    const token =
      unsubscribeUrl(mail?.id ?? "")
        .split("/")
        .at(-1) ?? "";
    expect(await unsubscribe(systemCtx(), token)).toBe(true);
    await solveProblem(castCtx("ada"), id, { reopen: true });
    await addNewsUpdate(castCtx("ada"), id, update, { solve: true });
    expect(await tell("news.solved")).toEqual([]);
  });

  test("an organization's news is its members' alone, on screen and by mail", async () => {
    const id = await begin({ audience: "organizations", organizationIds: [organizations.marchetti.id] });
    await publishNews(castCtx("ada"), id);
    expect(await problemsOf("giulia")).toHaveLength(1);
    expect(await problemsOf("hana")).toEqual([]);
    await expect(followNews(castCtx("hana"), id, true)).rejects.toMatchObject({ kind: "not_found" });
    expect((await tell("news.published")).map(({ recipient }) => recipient)).toEqual([cast.giulia.email]);
  });

  test("scheduled news come out at their time, announced once", async () => {
    const ctx = castCtx("ada");
    const id = await begin({ kind: "news" });
    const at = new Date(ctx.now.getTime() + 3_600_000);
    await publishNews(ctx, id, at);
    await announceNews(systemCtx(), id);
    const count = () => database().prisma.event.count({ where: { type: "news.published" } });
    const before = await count();
    await database().prisma.searchChange.deleteMany();
    await expect(getNews(castCtx("hana"), "deliveries-are-late-3")).rejects.toMatchObject({ kind: "not_found" });
    for (let i = 0; i < 2; i++) await announceNews(systemCtx({ now: at }), id);
    expect(await count()).toBe(before + 1);
    expect(await database().prisma.searchChange.count({ where: { kind: "news", groupId: id } })).toBeGreaterThan(0);
    expect(await getNews(castCtx("hana", { now: at }), "deliveries-are-late-3")).toMatchObject({ id });
  });

  test("scheduled news whose job was lost, or came too early, are told of by the sweep", async () => {
    const ctx = castCtx("ada");
    const id = await begin({ kind: "news" });
    const at = new Date(ctx.now.getTime() + 3_600_000);
    await publishNews(ctx, id, at);
    await announceNews(systemCtx({ now: new Date(at.getTime() - 1) }), id);
    await database().pool.query("delete from graphile_worker._private_jobs");
    expect(await sweepSchedule(systemCtx({ now: new Date(at.getTime() - 1) }))).toBe(0);
    for (let i = 0; i < 2; i++) expect(await sweepSchedule(systemCtx({ now: at }))).toBe(1);
    const { rows } = await database().pool.query<{ newsId: string }>(
      `select p.payload ->> 'newsId' as "newsId" from graphile_worker.jobs j
       join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'knowledge.announce-news'`,
    );
    expect(rows).toEqual([{ newsId: id }]);
    await announceNews(systemCtx({ now: at }), id);
    expect(await sweepSchedule(systemCtx({ now: at }))).toBe(0);
  });

  test("two editors who begin news of one title at once get an address each; a topic has to exist", async () => {
    const once = () => begin({ titles: { ...none, en: "At once" }, texts: none });
    const ids = await Promise.all([once(), once(), once()]);
    const rows = await database().prisma.news.findMany({ where: { id: { in: ids } }, orderBy: { slug: "asc" } });
    expect(rows.map(({ slug }) => slug)).toEqual(["at-once", "at-once-2", "at-once-3"]);
    await expect(begin({ topicId: newId(Date.now()) })).rejects.toMatchObject({
      kind: "invalid",
      fields: { topicId: "common:error.invalid" },
    });
  });

  test("of two editors who began from the same words the second is told, and overwrites knowingly", async () => {
    const [ada, sara] = [castCtx("ada"), editorCtx("sara")];
    const { marchetti } = organizations;
    const first = await saveNews(ada, null, form());
    const { newsId } = first;
    const later = form({ texts: { ...none, en: "The pass is open.", it: "Il passo è aperto." } });
    const second = await saveNews(ada, first, later);
    expect([first.revision, second.revision]).toEqual([1, 2]);

    const saras = form({ kind: "news", audience: "organizations", organizationIds: [marchetti.id] });
    const moved = { kind: "conflict", code: "news:error.moved", params: { name: cast.ada.name, revision: 2 } };
    await expect(saveNews(sara, first, saras)).rejects.toMatchObject(moved);
    const stands = await getDeskNews(ada, newsId);
    expect(stands).toMatchObject({ revision: 2, kind: "problem", audience: "public", organizations: [] });
    expect(stands.texts.en?.markdown).toBe("The pass is open.");

    // A second press, and a stale page that says what stands there, change nothing.
    for (const seen of [second, first]) expect(await saveNews(ada, seen, later)).toEqual(second);
    expect(await saveNews(sara, second, saras)).toEqual({ newsId, revision: 3 });
    await expect(saveNews(ada, second, later)).rejects.toMatchObject({ params: { name: cast.sara.name, revision: 3 } });
    expect((await getDeskNews(ada, newsId)).organizations).toEqual([{ id: marchetti.id, name: marchetti.name }]);
  });

  test("of two who save at once one is told, and the other's words stand whole", async () => {
    for (let i = 0; i < 4; i++) {
      const begun = await saveNews(castCtx("ada"), null, form());
      const both = [organizations.marchetti, organizations.tanaka].map((organization, who) => ({
        organization,
        ctx: who ? editorCtx("sara") : castCtx("ada"),
        title: `${organization.name} ${i}`,
      }));
      const ends = await Promise.allSettled(
        both.map(({ ctx, organization: { id }, title }) =>
          saveNews(
            ctx,
            begun,
            form({ audience: "organizations", organizationIds: [id], titles: { ...none, en: title }, texts: none }),
          ),
        ),
      );
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const winner = both[ends.findIndex(({ status }) => status === "fulfilled")];
      const stands = await getDeskNews(castCtx("ada"), begun.newsId);
      expect(stands.texts.en?.title).toBe(winner?.title);
      expect(stands.organizations.map(({ id }) => id)).toEqual([winner?.organization.id]);
    }
  });

  test("words that somebody saved after they were read do not go out unread, also at once", async () => {
    const [ada, sara] = [castCtx("ada"), editorCtx("sara")];
    const begun = await saveNews(ada, null, form());
    const { newsId } = begun;
    const half = await saveNews(sara, begun, form({ texts: { ...none, en: "The pa", it: "Il pa" } }));
    const unread = { kind: "conflict", code: "news:error.unread", params: { name: cast.sara.name, revision: 2 } };
    await expect(publishNews(ada, newsId, null, begun.revision)).rejects.toMatchObject(unread);
    expect(await getDeskNews(ada, newsId)).toMatchObject({ state: "draft" });
    const ends = await Promise.allSettled([
      publishNews(ada, newsId, null, half.revision),
      saveNews(sara, half, form({ texts: { ...none, en: "The pass is open." } })),
    ]);
    // Either the words that were read came out and were changed thereafter, or they did not.
    const { state, revision } = await getDeskNews(ada, newsId);
    expect([state, revision]).toEqual([ends[0].status === "fulfilled" ? "published" : "draft", 3]);
  });

  test("an update that is sent twice, also at once, stands and is told once; with the solution it still solves", async () => {
    const ada = castCtx("ada");
    const id = await begin();
    await publishNews(ada, id);
    const told = () =>
      database().prisma.event.count({
        where: { type: { in: ["news.updated", "news.solved"] }, data: { path: ["newsId"], equals: id } },
      });
    await Promise.all([1, 2].map(() => addNewsUpdate(ada, id, update)));
    expect([(await getDeskNews(ada, id)).updates.length, await told()]).toEqual([1, 1]);
    for (let i = 0; i < 2; i++) await addNewsUpdate(ada, id, update, { solve: true });
    expect([(await getDeskNews(ada, id)).updates.length, await told()]).toEqual([1, 2]);
    expect(await getDeskNews(ada, id)).toMatchObject({ state: "solved" });
    const other = newsUpdateForm.parse({ texts: { ...none, en: "The road is closed again." } });
    for (const [minutes, form] of [other, update].entries())
      await addNewsUpdate(castCtx("ada", { now: new Date(ada.now.getTime() + (minutes + 1) * 60_000) }), id, form);
    expect([(await getDeskNews(ada, id)).updates.length, await told()]).toEqual([3, 4]);
  });

  test("a solved problem that becomes news is out like any other", async () => {
    const ada = castCtx("ada");
    const begun = await saveNews(ada, null, form());
    await publishNews(ada, begun.newsId);
    await solveProblem(ada, begun.newsId);
    await saveNews(ada, begun, form({ kind: "news" }));
    expect(await getDeskNews(ada, begun.newsId)).toMatchObject({ state: "published", solvedAt: null });
  });

  test("line ends of browsers and scripts are the same words; what cannot be stored is left out", () => {
    const said = form({ texts: { ...none, en: "Snow\r\non the \u0000pass\ud800" } }).texts.en;
    expect(said).toBe("Snow\non the pass\ufffd");
  });

  test("only editors and administrators write", async () => {
    await expect(listDeskNews(castCtx("giulia"), null)).rejects.toMatchObject({ kind: "forbidden" });
    for (const name of ["giulia", "sara"] as const)
      await expect(saveNews(castCtx(name), null, form())).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("organizations count once, only for their audience, and have to exist", async () => {
    const { marchetti } = organizations;
    const chosen = (over: object) => form({ audience: "organizations", organizationIds: [marchetti.id], ...over });
    const begun = await saveNews(castCtx("ada"), null, chosen({ organizationIds: [marchetti.id, marchetti.id] }));
    const { newsId: id } = begun;
    expect((await getDeskNews(castCtx("ada"), id)).organizations).toEqual([{ id: marchetti.id, name: marchetti.name }]);
    const gone = chosen({ organizationIds: [newId(Date.now())] });
    const refusal = { kind: "invalid", fields: { organizationIds: "common:error.invalid" } };
    await expect(saveNews(castCtx("ada"), begun, gone)).rejects.toMatchObject(refusal);
    await saveNews(castCtx("ada"), begun, chosen({ audience: "public" }));
    expect((await getDeskNews(castCtx("ada"), id)).organizations).toEqual([]);
    expect(() => chosen({ organizationIds: [] })).toThrow("common:error.required");
  });
});
