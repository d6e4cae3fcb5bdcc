// A help centre of ten thousand articles for a loaded database: topics, texts in four languages, versions, addresses.
import pg from "pg";
import { sentencesIn, titleIn } from "./article-words.mjs";

export const ARTICLES = 10_000;
const TOPICS = 12;
const SUBTOPICS = 10;
const BATCH = 500;
/** Of how many articles one is a question, and which are not for everybody. */
const FAQ_EVERY = 6;
const SECTIONS = 4;

const id = (/** @type {number} */ kind, /** @type {number} */ n) =>
  `0199ff00-0000-7a0${kind}-8000-${n.toString(16).padStart(12, "0")}`;

export const articleId = (/** @type {number} */ n) => id(1, n);
export const articleSlug = (/** @type {string} */ locale, /** @type {number} */ n) => `bench-${locale}-${n}`;
export const organizationOf = "select id from organization order by id limit 3";

/** Fills an installation that has no articles; where there are some, nothing happens. Answers whether it did.
 * @param {string} url @param {number} [count] */
export async function loadArticles(url, count = ARTICLES) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("select count(*)::int as there from article where id >= $1 and id <= $2", [
      articleId(0),
      articleId(count),
    ]);
    if (rows[0].there >= count) return false;
    await client.query("begin");
    await insert(client, "article_category", topics());
    for (let from = 0; from < count; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => from + i + 1);
      await insert(client, "article", batch.map(article));
      const texts = batch.flatMap((n) => localesOf(n).map((locale, i) => text(n, locale, i)));
      await insert(
        client,
        "article_text",
        texts.map(({ row }) => row),
      );
      await insert(
        client,
        "article_version",
        texts.map(({ version }) => version),
      );
      await insert(
        client,
        "article_slug",
        texts.map(({ slug }) => slug),
      );
      await client.query(
        `update article_text t set published_version_id = v.id, published_at = v.created_at, updated_at = v.created_at
         from article_version v where v.text_id = t.id and t.id = any($1::uuid[])`,
        [texts.map(({ row }) => row.id)],
      );
    }
    const related = Array.from({ length: count }, (_, i) => i + 1).flatMap((n) =>
      [1, 2, 3, 4].map((step, position) => ({
        article_id: articleId(n),
        related_id: articleId(1 + ((n - 1 + step * 131) % count)),
        position,
      })),
    );
    for (let from = 0; from < related.length; from += 4 * BATCH)
      await insert(client, "article_related", related.slice(from, from + 4 * BATCH), "on conflict do nothing");
    await client.query(
      `insert into article_organization (article_id, organization_id)
       select a.id, o.id from article a cross join (${organizationOf}) o where a.audience = 'organizations'
       on conflict do nothing`,
    );
    await client.query("commit");
    await client.query("vacuum analyze article, article_text, article_version, article_slug, article_category");
    return true;
  } finally {
    await client.end();
  }
}

function topics() {
  const icons = ["truck", "wrench", "package", "receipt", "shield", "user", "calendar", "cpu", "compass", "ticket"];
  /** @type {object[]} */
  const rows = [];
  for (let top = 0; top < TOPICS; top++)
    for (let sub = 0; sub <= SUBTOPICS; sub++)
      rows.push({
        id: topicId(top, sub),
        parent_id: sub ? topicId(top, 0) : null,
        position: sub || top,
        slug: `bench-topic-${top}-${sub}`,
        names: names(1_000_000 + top * 100 + sub),
        descriptions: names(2_000_000 + top * 100 + sub),
        icon: icons[(top + sub) % icons.length],
      });
  return rows;
}

const topicId = (/** @type {number} */ top, /** @type {number} */ sub) => id(2, top * 100 + sub + 1);

const names = (/** @type {number} */ seed) =>
  Object.fromEntries(["en", "it", "ro", "ru"].map((locale) => [locale, titleIn(locale, seed, 2)]));

/** English for all, the other three for every fifth. @param {number} n */
const localesOf = (n) => (n % 5 === 0 ? ["en", "it", "ro", "ru"] : ["en"]);

/** @param {number} n */
const audienceOf = (n) =>
  n % 50 === 49 ? "organizations" : n % 50 === 48 ? "customers" : n % 100 === 47 ? "agents" : "public";

/** @param {number} n */
function article(n) {
  const at = dayOf(n);
  return {
    id: articleId(n),
    kind: n % FAQ_EVERY === 0 ? "faq" : "article",
    category_id: topicId(n % TOPICS, 1 + (Math.floor(n / TOPICS) % SUBTOPICS)),
    position: n,
    audience: audienceOf(n),
    source_locale: "en",
    helpful_yes: (n * 37) % 400,
    helpful_no: (n * 11) % 40,
    views: (n * 7919) % 10_000,
    created_at: at,
    activity_at: at,
  };
}

/** @param {number} n @param {string} locale @param {number} place */
function text(n, locale, place) {
  const seed = n * 10 + place;
  const title = titleIn(locale, seed, 5);
  const faq = n % FAQ_EVERY === 0;
  /** @type {{ id: string, level: number, title: string }[]} */
  const headings = [];
  let markdown = "";
  let html = "";
  let plain = "";
  for (let section = 0; section < (faq ? 1 : SECTIONS); section++) {
    if (section > 0) {
      const heading = titleIn(locale, seed * 100 + section, 3);
      headings.push({ id: `s-part-${section}`, level: 2, title: heading });
      markdown += `## ${heading}\n\n`;
      html += `<h2 id="s-part-${section}">${heading}</h2>\n`;
      plain += `${heading}\n`;
    }
    for (let paragraph = 0; paragraph < 3; paragraph++) {
      const words = sentencesIn(locale, seed * 1_000 + section * 10 + paragraph, 4);
      markdown += `${words}\n\n`;
      html += `<p>${words}</p>\n`;
      plain += `${words}\n`;
    }
  }
  const textId = id(3, seed);
  const at = dayOf(n);
  return {
    row: { id: textId, article_id: articleId(n), locale, work: "none", source_version: place ? 1 : null },
    version: {
      id: id(4, seed),
      text_id: textId,
      number: 1,
      title,
      slug: articleSlug(locale, n),
      summary: sentencesIn(locale, seed + 7, 1),
      keywords: "",
      markdown,
      html,
      plain,
      headings,
      source_version: place ? 1 : null,
      created_at: at,
    },
    slug: { locale, slug: articleSlug(locale, n), text_id: textId, current: true, created_at: at },
  };
}

/** @param {number} n */
const dayOf = (n) => new Date(Date.UTC(2026, 9, 1) - (n % 700) * 86_400_000);

/** One statement per table; columns are those of the first row.
 * @param {pg.Client} client @param {string} table @param {object[]} rows @param {string} [tail] */
async function insert(client, table, rows, tail = "") {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${tail}`,
    [JSON.stringify(rows)],
  );
}
