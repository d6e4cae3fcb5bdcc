import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { z } from "zod";
import { type Condition, readFilter } from "./meilisearch-filter";
import { type Index, searchStored, type Stored } from "./meilisearch-search";

// A strict stand-in for a Meilisearch server: it knows the requests that the adapter makes, refuses every other one and
// every body with a field too many, and notes what it refused. Limits and answers are those of 1.18.

const strings = z.array(z.string());
const filter = z.union([z.string(), z.array(z.union([z.string(), strings]))]);
const locale = z.enum(["eng", "ita", "ron", "rus"]);
const asked = {
  q: z.string(),
  filter,
  matchingStrategy: z.literal("all").optional(),
  locales: z.array(locale).optional(),
  attributesToRetrieve: strings,
  showRankingScore: z.boolean().optional(),
  showRankingScoreDetails: z.boolean().optional(),
  sort: strings.optional(),
  facets: strings.optional(),
};
const bodies = {
  createIndex: z.strictObject({ uid: z.string().regex(/^[\w-]{1,400}$/), primaryKey: z.literal("key") }),
  settings: z.strictObject({
    searchableAttributes: strings,
    displayedAttributes: strings,
    filterableAttributes: strings,
    sortableAttributes: strings,
    distinctAttribute: z.string(),
    rankingRules: strings,
    stopWords: strings,
    synonyms: z.record(z.string(), strings),
    typoTolerance: z.strictObject({
      enabled: z.boolean(),
      minWordSizeForTypos: z.strictObject({ oneTypo: z.number().int(), twoTypos: z.number().int() }),
      disableOnNumbers: z.boolean(),
      disableOnWords: strings,
      disableOnAttributes: strings,
    }),
    localizedAttributes: z.array(z.strictObject({ attributePatterns: strings, locales: z.array(locale) })),
    faceting: z.strictObject({
      maxValuesPerFacet: z.number(),
      sortFacetValuesBy: z.record(z.string(), z.enum(["alpha", "count"])),
    }),
    pagination: z.strictObject({ maxTotalHits: z.number().int() }),
    proximityPrecision: z.enum(["byWord", "byAttribute"]),
    prefixSearch: z.enum(["indexingTime", "disabled"]),
    searchCutoffMs: z.number().int().positive(),
  }),
  synonyms: z.record(z.string(), strings),
  documents: z.array(z.looseObject({ key: z.string().regex(/^[\w-]{1,511}$/) })).min(1),
  fetch: z.strictObject({
    filter,
    fields: strings.optional(),
    limit: z.number().int().min(0),
    offset: z.number().int().optional(),
  }),
  swap: z.array(z.strictObject({ indexes: z.tuple([z.string(), z.string()]), rename: z.boolean() })).length(1),
  search: z.strictObject({ ...asked, page: z.number().int().min(1), hitsPerPage: z.number().int().min(1).max(100) }),
  multiSearch: z.strictObject({
    // The server has no limit, but the adapter must answer in time.
    queries: z.array(z.strictObject({ ...asked, indexUid: z.string(), limit: z.number().int().min(0) })).max(40),
  }),
};

export const GOOD_MOOD: Readonly<StandIn["mood"]> = {
  away: false,
  busy: 0,
  full: false,
  failing: null,
  losing: null,
  version: "1.22.0",
};
const MOST_BYTES = 100 * 2 ** 20;

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export type StandIn = {
  host: string;
  apiKey: string;
  indexes: Map<string, Index>;
  /** Requests that no Meilisearch would have taken. */
  refused: string[];
  requests: string[];
  /**
   * What the server does next: answer nothing, say 503, take no more tasks, carry a task out in vain, carry the next
   * change out and lose the answer, be of another version or no Meilisearch at all.
   */
  mood: { away: boolean; busy: number; full: boolean; failing: string | null; losing: string | null; version: string };
  close(): Promise<void>;
};

/** Starts one on a free port of this machine. */
export async function startMeilisearchStandIn(): Promise<StandIn> {
  const state = new State();
  const server = createServer((request, response) => void state.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { indexes, refused, requests, mood } = state;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { host: `http://127.0.0.1:${port}`, apiKey: state.apiKey, indexes, refused, requests, mood, close };
}

/** What a server says that is no fault of the request. */
const EXPECTED = new Set(["index_not_found", "invalid_api_key", "too_many_search_requests", "no_space_left_on_device"]);

class State {
  readonly apiKey = "a-key-for-tests-only";
  readonly indexes = new Map<string, Index>();
  readonly refused: string[] = [];
  readonly requests: string[] = [];
  readonly mood: StandIn["mood"] = { ...GOOD_MOOD };
  private readonly tasks: { type: string; error: string | null; asked: boolean }[] = [];

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://here");
    const what = `${request.method} ${pathname}`;
    this.requests.push(what);
    if (this.mood.away) return void request.socket.destroy();
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    try {
      if (!request.headers.authorization)
        throw new Refused(401, "missing_authorization_header", "The Authorization header is missing.");
      if (request.headers.authorization !== `Bearer ${this.apiKey}`)
        throw new Refused(403, "invalid_api_key", "The provided API key is invalid.");
      if (this.mood.busy > 0) {
        this.mood.busy--;
        throw new Refused(503, "too_many_search_requests", "Too many search requests running at the same time.");
      }
      const { status = 200, body } = this.route(what, await bodyOf(request));
      if (this.mood.losing === what) {
        this.mood.losing = null;
        return void request.socket.destroy();
      }
      reply(status, body);
    } catch (error) {
      const refusal = error instanceof Refused ? error : new Refused(400, "bad_request", String(error));
      if (!EXPECTED.has(refusal.code)) this.refused.push(`${what}: ${refusal.message}`);
      reply(refusal.status, { message: refusal.message, code: refusal.code, type: "invalid_request", link: "" });
    }
  }

  private route(what: string, body: unknown): { status?: number; body: unknown } {
    const [, uid = "", rest = ""] = /^\w+ \/indexes\/([\w-]+)(\/.*)?$/.exec(what) ?? [];
    const method = what.split(" ")[0];
    const taskUid = /^GET \/tasks\/(\d+)$/.exec(what)?.[1];
    if (taskUid !== undefined) return { body: this.taskOf(Number(taskUid)) };
    if (what === "GET /version") return { body: { commitSha: "", commitDate: "", pkgVersion: this.mood.version } };
    if (what === "GET /indexes") {
      const results = [...this.indexes.keys()].map((uid) => ({ uid, primaryKey: "key", createdAt: "", updatedAt: "" }));
      return { body: { results, offset: 0, limit: results.length, total: results.length } };
    }
    if (what === "POST /indexes") {
      const { uid } = bodies.createIndex.parse(body);
      const taken = this.indexes.has(uid) ? `Index ${uid} already exists.` : null;
      return this.task("indexCreation", taken, () => this.indexes.set(uid, emptyIndex()));
    }
    if (what === "POST /swap-indexes") {
      const [swap] = bodies.swap.parse(body);
      const [a, b] = swap!.indexes;
      const [one, other] = [this.indexes.get(a), this.indexes.get(b)];
      return this.task("indexSwap", one && other ? null : "Index not found.", () => {
        if (one && other) this.indexes.set(a, other).set(b, one);
      });
    }
    if (what === "POST /multi-search") {
      const { queries } = bodies.multiSearch.parse(body);
      return {
        body: { results: queries.map(({ indexUid, ...query }) => ({ indexUid, ...this.search(indexUid, query) })) },
      };
    }
    if (!uid) throw new Refused(404, "not_found", "no such route");
    const index = this.indexOf(uid);
    switch (`${method} ${rest}`) {
      case "GET ":
        return { body: { uid, primaryKey: "key", createdAt: "", updatedAt: "" } };
      case "DELETE ":
        return this.task("indexDeletion", null, () => this.indexes.delete(uid));
      case "GET /settings":
        return { body: withMore({ ...index.settings, synonyms: index.synonyms, embedders: {} }) };
      case "PATCH /settings": {
        const { synonyms, ...settings } = bodies.settings.parse(body);
        const { oneTypo, twoTypos } = settings.typoTolerance.minWordSizeForTypos;
        if (oneTypo > twoTypos || twoTypos > 255) throw new Refused(400, "invalid_settings_typo_tolerance", "sizes");
        return this.task("settingsUpdate", null, () => change(index, { settings, synonyms }));
      }
      case "GET /settings/synonyms":
        return { body: index.synonyms };
      case "PUT /settings/synonyms": {
        const synonyms = bodies.synonyms.parse(body);
        return this.task("settingsUpdate", null, () => change(index, { synonyms }));
      }
      case "POST /documents": {
        const documents = bodies.documents.parse(body);
        return this.task("documentAdditionOrUpdate", null, () => {
          for (const document of documents) index.documents.set(document.key, document as Stored);
          change(index, {});
        });
      }
      case "POST /documents/fetch": {
        const { filter, fields, limit, offset = 0 } = bodies.fetch.parse(body);
        const found = matching(index, filter);
        const results = found.slice(offset, offset + limit).map((document) => pick(document, fields));
        return { body: { results, offset, limit, total: found.length } };
      }
      case "POST /search":
        return { body: this.search(uid, bodies.search.parse(body)) };
      default:
        throw new Refused(404, "not_found", "no such route");
    }
  }

  private indexOf(uid: string): Index {
    const index = this.indexes.get(uid);
    if (!index) throw new Refused(404, "index_not_found", `Index \`${uid}\` not found.`);
    return index;
  }

  private search(uid: string, question: Question) {
    const index = this.indexOf(uid);
    const { sortableAttributes = [] } = index.settings as { sortableAttributes?: string[] };
    for (const sort of question.sort ?? [])
      if (!/:(asc|desc)$/.test(sort) || !sortableAttributes.includes(sort.split(":")[0] ?? ""))
        throw new Refused(400, "invalid_search_sort", `Attribute ${sort} is not sortable.`);
    for (const facet of question.facets ?? [])
      if (!isFilterable(index, facet)) throw new Refused(400, "invalid_search_facets", `${facet} is not filterable.`);
    return searchStored(index, matching(index, question.filter), question);
  }

  private task(type: string, error: string | null, act: () => void): { status: number; body: unknown } {
    if (this.mood.full)
      throw new Refused(422, "no_space_left_on_device", "Meilisearch cannot receive write operations.");
    const failure = this.mood.failing === type ? "the disk is full" : error;
    if (!failure) act();
    this.tasks.push({ type, error: failure, asked: false });
    const taskUid = this.tasks.length - 1;
    return { status: 202, body: { taskUid, indexUid: null, status: "enqueued", type, enqueuedAt: "" } };
  }

  /** Done on the second look: whoever does not wait for a task is not told that it is. */
  private taskOf(uid: number) {
    const task = this.tasks[uid];
    if (!task) throw new Refused(404, "task_not_found", `Task ${uid} not found.`);
    const { type, error, asked } = task;
    task.asked = true;
    const status = !asked ? "processing" : error ? "failed" : "succeeded";
    return {
      uid,
      type,
      status,
      error: asked && error ? { message: error, code: codeOf(error), type: "", link: "" } : null,
    };
  }
}

type Question =
  z.output<typeof bodies.search> | Omit<z.output<typeof bodies.multiSearch>["queries"][number], "indexUid">;

const codeOf = (error: string): string =>
  /already exists/.test(error) ? "index_already_exists" : /not found/.test(error) ? "index_not_found" : "internal";

const emptyIndex = (): Index => ({ settings: {}, synonyms: {}, documents: new Map() });
const change = (index: Index, to: Partial<Index>): void => void Object.assign(index, { vocabulary: undefined }, to);

/** As a newer server would answer: with a field more than this one knows. */
const withMore = (settings: Record<string, unknown>): Record<string, unknown> => ({
  ...settings,
  typoTolerance: { ...(settings.typoTolerance as object | undefined), somethingNew: false },
});

const isFilterable = ({ settings }: Index, attribute: string): boolean =>
  (settings.filterableAttributes as string[] | undefined)?.includes(attribute.split(".")[0] ?? "") ?? false;

function matching(index: Index, filter: Question["filter"]): Stored[] {
  const conditions = [filter].flat(2).map((text) => {
    const { matches, attributes } = readCondition(text);
    for (const attribute of attributes)
      if (!isFilterable(index, attribute))
        throw new Refused(400, "invalid_search_filter", `Attribute ${attribute} is not filterable.`);
    return matches;
  });
  return [...index.documents.values()].filter((document) => conditions.every((matches) => matches(document)));
}

function readCondition(text: string): Condition {
  try {
    return readFilter(text);
  } catch (error) {
    throw new Refused(400, "invalid_search_filter", `${String(error)} in ${text}`);
  }
}

const pick = (document: Stored, fields: string[] | undefined) =>
  fields
    ? Object.fromEntries(fields.filter((name) => name in document).map((name) => [name, document[name]]))
    : document;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length > MOST_BYTES) throw new Refused(413, "payload_too_large", "The payload is too large.");
  const text = bytes.toString("utf8");
  if (!text) return undefined;
  if (request.headers["content-type"] !== "application/json")
    throw new Refused(415, "invalid_content_type", "not JSON");
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value === "string" && !value.isWellFormed())
      throw new Refused(400, "malformed_payload", "lone leading surrogate in hex escape");
    return value;
  });
}
