// Fills the live search index: a million messages of real tickets with texts of many words, and ten thousand articles.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { anyLanguage, anyWord, code, LANGUAGES, randomOf, text } from "./search-texts.mjs";
import { startProgress } from "./progress.mjs";

const MESSAGES = 1_000_000;
const ARTICLES = { en: 4_000, it: 2_000, ro: 2_000, ru: 2_000 };
const CHUNK = 4_000;
const HANDS = 2;

/** Loads the index unless it was loaded so before; answers how many documents it holds.
 * @param {import("pg").Pool} pool @param {{ search: import("../../../search/postgres/open-index").PostgresIndex }} index */
export async function fillSearch(pool, { search }) {
  const making = createHash("sha256");
  for (const name of ["search.mjs", "search-texts.mjs"])
    making.update(await fs.readFile(new URL(name, import.meta.url)));
  const mark = making.digest("hex").slice(0, 12);
  const { rows } = await pool.query(
    "select value->>'mark' as mark, (value->>'documents')::int as documents from search_setting where key = 'bench'",
  );
  if (rows[0]?.mark === mark && (await search.check()).ok) return rows[0].documents;
  const rebuild = await search.rebuild();
  const { rows: bounds } = await pool.query(
    "select min(number) as first, max(number) as last, count(*)::int as tickets from ticket",
  );
  const { first, last, tickets } = bounds[0];
  // Of each block of tickets the first ones, so that the messages span all years.
  const share = Math.min(1, MESSAGES / 5 / tickets);
  const block = Math.min(CHUNK, last - first + 1);
  const progress = startProgress("Loading the search index", MESSAGES);
  let documents = 0;
  let from = first;
  const put = async (/** @type {import("../../../search/document").SearchDocument[]} */ list) => {
    documents += list.length;
    await rebuild.put(list);
  };
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let at = from; at <= last; at = from) {
        from = at + block;
        const list = await readTickets(pool, at, at + Math.ceil(block * share));
        await put(list);
        progress.add(list.length, "messages");
      }
    }),
  );
  for (const language of LANGUAGES)
    for (let n = 0; n < ARTICLES[language]; n += 500)
      await put(Array.from({ length: 500 }, (_, i) => article(language, n + i)));
  progress.add(0, "indexes");
  await rebuild.swap();
  await pool.query(
    "insert into search_setting values ('bench', $1) on conflict (key) do update set value = excluded.value",
    [JSON.stringify({ mark, documents })],
  );
  await pool.query("vacuum analyze search_document, search_word");
  progress.end();
  return documents;
}

/** @param {import("pg").Pool} pool @param {number} from @param {number} to */
async function readTickets(pool, from, to) {
  const { rows } = await pool.query(
    `select t.id, t.number, t.queue_id, t.requester_id, t.organization_id, t.state, t.created_at, t.assignee_id,
       array_agg(m.id order by m.sent_at) as messages, array_agg(m.kind::text order by m.sent_at) as kinds,
       array_agg(m.sent_at order by m.sent_at) as times
     from ticket t join message m on m.ticket_id = t.id
     where t.number >= $1 and t.number < $2 group by t.id`,
    [from, to],
  );
  return rows.flatMap(documentsOf);
}

/** A ticket and its messages. @param {any} ticket */
function documentsOf(ticket) {
  const random = randomOf(ticket.number);
  const language = anyLanguage(random);
  const title = text(random, language, 5);
  const staff = [
    `queue:${ticket.queue_id}`,
    "all-tickets",
    ...(ticket.assignee_id ? [`staff:${ticket.assignee_id}`] : []),
  ];
  const customers = [
    `person:${ticket.requester_id}`,
    ...(ticket.organization_id ? [`org-tickets:${ticket.organization_id}`] : []),
  ];
  const facets = [
    `queue=${ticket.queue_id}`,
    `state=${ticket.state}`,
    `open=${["closed", "solved"].includes(ticket.state) ? "no" : "yes"}`,
    `from=${ticket.requester_id}`,
    `assignee=${ticket.assignee_id ?? "none"}`,
    `number=${ticket.number}`,
    `tag=${anyWord(random, "en")}`,
  ];
  const shared = {
    group: ticket.id,
    locale: language,
    title,
    facets,
    quality: 0,
    version: 1,
    data: { number: ticket.number },
  };
  const documents = [
    {
      ...shared,
      id: `ticket:${ticket.id}`,
      kind: "ticket",
      keywords: `${ticket.number} ${code(random)}`,
      body: "",
      audience: [...staff, ...customers],
      at: ticket.created_at,
    },
  ];
  for (const [i, id] of ticket.messages.slice(0, 20).entries())
    documents.push({
      ...shared,
      id: `message:${id}`,
      kind: "message",
      title: "",
      keywords: "",
      body: text(random, language, 20 + Math.floor(random() * 60)),
      audience: ticket.kinds[i] === "note" ? staff : [...staff, ...customers],
      at: ticket.times[i],
    });
  return documents;
}

/** @param {"en" | "it" | "ro" | "ru"} language @param {number} n */
function article(language, n) {
  const random = randomOf(n * 4 + LANGUAGES.indexOf(language) + 1);
  const kind = n % 5 ? "article" : "faq";
  return {
    id: `${kind}:bench${n}:${language}`,
    kind,
    group: `bench${n}`,
    locale: language,
    title: text(random, language, 7),
    keywords: text(random, language, 4),
    body: text(random, language, 150 + Math.floor(random() * 400)),
    audience: n % 10 ? ["public", "staff"] : ["customers", "staff"],
    facets: [`category=c${n % 40}`, `locale=${language}`],
    at: new Date(Date.UTC(2026, n % 12, 1 + (n % 28))),
    quality: random(),
    data: { slug: `bench-${n}` },
    version: 1,
  };
}
