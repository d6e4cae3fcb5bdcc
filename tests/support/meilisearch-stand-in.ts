import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { z } from "zod";
import { type Condition, readFilter } from "./meilisearch-filter";
import { type Index, searchStored, type Stored } from "./meilisearch-search";

// A strict stand-in for a Meilisearch server: it knows the requests that the adapter makes, refuses every other one and
// every body with a field too many, and notes what it refused.

const strings = z.array(z.string());
const filter = z.union([z.string(), z.array(z.union([z.string(), strings]))]);
const bodies = {
  createIndex: z.strictObject({ uid: z.string().regex(/^[\w-]+$/), primaryKey: z.literal("key") }),
  settings: z.strictObject({
    searchableAttributes: strings,
    displayedAttributes: strings,
    filterableAttributes: strings,
    sortableAttributes: strings,
    distinctAttribute: z.string(),
    rankingRules: strings,
    stopWords: strings,
    typoTolerance: z.strictObject({
      enabled: z.boolean(),
      minWordSizeForTypos: z.strictObject({ oneTypo: z.number().int(), twoTypos: z.number().int() }),
      disableOnNumbers: z.boolean(),
      disableOnWords: strings,
      disableOnAttributes: strings,
    }),
    localizedAttributes: z.array(
      z.strictObject({ attributePatterns: strings, locales: z.array(z.enum(["eng", "ita", "ron", "rus"])) }),
    ),
    faceting: z.strictObject({
      maxValuesPerFacet: z.number(),
      sortFacetValuesBy: z.record(z.string(), z.enum(["alpha", "count"])),
    }),
    pagination: z.strictObject({ maxTotalHits: z.number().int() }),
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
  search: z.strictObject({
    q: z.string(),
    filter,
    page: z.number().int().min(1),
    hitsPerPage: z.number().int().min(1).max(100),
    locales: z.array(z.enum(["eng", "ita", "ron", "rus"])),
    attributesToRetrieve: strings,
    showRankingScore: z.boolean(),
    matchingStrategy: z.enum(["all", "last", "frequency"]),
    sort: strings.optional(),
    facets: strings.optional(),
  }),
};

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
  /** What the server does next: answer nothing, say 503, carry a task out in vain, be of another version. */
  mood: { away: boolean; busy: number; failing: string | null; version: string };
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

class State {
  readonly apiKey = "a-key-for-tests-only";
  readonly indexes = new Map<string, Index>();
  readonly refused: string[] = [];
  readonly requests: string[] = [];
  readonly mood: StandIn["mood"] = { away: false, busy: 0, failing: null, version: "1.22.0" };
  private readonly tasks: { type: string; error: string | null; asked: boolean }[] = [];

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://here");
    const what = `${request.method} ${pathname}`;
    this.requests.push(what);
    if (this.mood.away) return void request.socket.destroy();
    const reply = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    try {
      if (request.headers.authorization !== `Bearer ${this.apiKey}`)
        throw new Refused(403, "invalid_api_key", "wrong key");
      if (this.mood.busy > 0) {
        this.mood.busy--;
        throw new Refused(503, "too_many_search_requests", "busy");
      }
      const { status = 200, body } = this.route(what, await bodyOf(request));
      reply(status, body);
    } catch (error) {
      const refusal = error instanceof Refused ? error : new Refused(400, "bad_request", String(error));
      if (![404, 503].includes(refusal.status) || refusal.code === "not_found")
        this.refused.push(`${what}: ${refusal.message}`);
      reply(refusal.status, { message: refusal.message, code: refusal.code, type: "invalid_request", link: "" });
    }
  }

  private route(what: string, body: unknown): { status?: number; body: unknown } {
    const [, uid = "", rest = ""] = /^\w+ \/indexes\/([\w-]+)(\/.*)?$/.exec(what) ?? [];
    const method = what.split(" ")[0];
    const taskUid = /^GET \/tasks\/(\d+)$/.exec(what)?.[1];
    if (taskUid !== undefined) return { body: this.taskOf(Number(taskUid)) };
    if (what === "GET /version") return { body: { commitSha: "", commitDate: "", pkgVersion: this.mood.version } };
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
    if (!uid) throw new Refused(404, "not_found", "no such route");
    const index = this.indexes.get(uid);
    if (!index) throw new Refused(404, "index_not_found", `Index ${uid} not found.`);
    switch (`${method} ${rest}`) {
      case "GET ":
        return { body: { uid, primaryKey: "key", createdAt: "", updatedAt: "" } };
      case "DELETE ":
        return this.task("indexDeletion", null, () => this.indexes.delete(uid));
      case "GET /settings":
        return { body: { ...index.settings, synonyms: index.synonyms, prefixSearch: "indexingTime" } };
      case "PATCH /settings": {
        const settings = bodies.settings.parse(body);
        return this.task("settingsUpdate", null, () => void (index.settings = settings));
      }
      case "GET /settings/synonyms":
        return { body: index.synonyms };
      case "PUT /settings/synonyms": {
        const synonyms = bodies.synonyms.parse(body);
        return this.task("settingsUpdate", null, () => void (index.synonyms = synonyms));
      }
      case "POST /documents": {
        const documents = bodies.documents.parse(body);
        return this.task("documentAdditionOrUpdate", null, () => {
          for (const document of documents) index.documents.set(document.key, document as Stored);
        });
      }
      case "POST /documents/fetch": {
        const { filter, fields, limit, offset = 0 } = bodies.fetch.parse(body);
        const found = this.matching(index, filter);
        const results = found.slice(offset, offset + limit).map((document) => pick(document, fields));
        return { body: { results, offset, limit, total: found.length } };
      }
      case "POST /search": {
        const question = bodies.search.parse(body);
        return { body: searchStored(index, this.matching(index, question.filter), question) };
      }
      default:
        throw new Refused(404, "not_found", "no such route");
    }
  }

  private matching(index: Index, filter: z.output<typeof filterSchema>): Stored[] {
    const filterable = index.settings.filterableAttributes as string[] | undefined;
    const conditions = [filter].flat(2).map((text) => {
      const { matches, attributes } = readCondition(text);
      for (const attribute of attributes)
        if (!filterable?.includes(attribute.split(".")[0] ?? ""))
          throw new Refused(400, "invalid_search_filter", `Attribute ${attribute} is not filterable.`);
      return matches;
    });
    return [...index.documents.values()].filter((document) => conditions.every((matches) => matches(document)));
  }

  private task(type: string, error: string | null, act: () => void): { status: number; body: unknown } {
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
      error: asked && error ? { message: error, code: "internal", type: "", link: "" } : null,
    };
  }
}

const filterSchema = filter;
const emptyIndex = (): Index => ({ settings: {}, synonyms: {}, documents: new Map() });

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
  const text = Buffer.concat(chunks).toString("utf8");
  if (!text) return undefined;
  if (request.headers["content-type"] !== "application/json")
    throw new Refused(415, "invalid_content_type", "not JSON");
  return JSON.parse(text);
}
