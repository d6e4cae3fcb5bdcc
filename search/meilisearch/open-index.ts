import { isDeepStrictEqual } from "node:util";
import type { Meilisearch, Settings, Version } from "meilisearch";
import { withDefaults } from "../default-synonyms";
import { differingFrom, type Stored } from "../digest";
import type { DocumentRef, SearchDocument } from "../document";
import type { SearchAnswer, SearchEngine, SearchRebuild, SearchRequest, Synonyms } from "../engine";
import { askIndex } from "./ask";
import {
  carriedOut,
  EngineError,
  errorCode,
  explained,
  type MeilisearchAccess,
  patiently,
  searchClient,
  writeClient,
} from "./client";
import { oneOf, quote } from "./filters";
import { differsIn, SETTINGS } from "./index-settings";
import { indexSynonyms } from "./normal-text";
import { keyOf, type StoredDocument, thingOf, type Tombstone, toStored } from "./stored-document";
import { batchesOf } from "./batches";

/** Since then a swap says whether it renames. */
const LEAST_VERSION = [1, 18] as const;
const PAGE = 1_000;

/** The index `uid` of a Meilisearch server. Nothing is asked before the first call. */
export function openMeilisearchIndex(access: MeilisearchAccess, uid = "sportello"): MeilisearchIndex {
  return new MeilisearchIndex(searchClient(access), writeClient(access), uid);
}

export class MeilisearchIndex implements SearchEngine {
  readonly name = "meilisearch";
  private readonly next: string;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly searching: Meilisearch,
    private readonly writing: Meilisearch,
    private readonly uid: string,
  ) {
    this.next = `${uid}_next`;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    if (!request.kinds.length || request.principals?.length === 0) return nothing();
    return telling(() => askIndex(this.searching, this.uid, request));
  }

  put(documents: readonly SearchDocument[]): Promise<void> {
    return this.inTurn(async () => {
      for (const uid of await this.written()) await this.putInto(uid, documents);
    });
  }

  remove(ids: readonly string[], version?: number): Promise<void> {
    return this.inTurn(async () => {
      const keys = ids.map(keyOf);
      if (keys.length) for (const uid of await this.written()) await this.bury(uid, keys, version);
    });
  }

  removeGroups(refs: readonly DocumentRef[], keep: readonly string[] = [], version?: number): Promise<void> {
    return this.inTurn(async () => {
      if (!refs.length) return;
      const groups = [...new Set(refs.map(({ kind }) => kind))].map((kind) => {
        const things = refs.filter((ref) => ref.kind === kind).map(({ group }) => thingOf(group));
        return `(kind = ${quote(kind)} AND ${oneOf("thing", things)})`;
      });
      const kept = new Set(keep.map(keyOf));
      for (const uid of await this.written()) {
        const found = await this.keysWhere(uid, groups.join(" OR "));
        const gone = found.filter((key) => !kept.has(key));
        if (gone.length) await this.bury(uid, gone, version);
      }
    });
  }

  async count(): Promise<number> {
    const { total } = await telling(() =>
      patiently(() =>
        this.writing.index(this.uid).getDocuments({ filter: "removed = false", limit: 0, fields: ["key"] }),
      ),
    );
    return total;
  }

  differing(documents: readonly SearchDocument[]): Promise<SearchDocument[]> {
    return telling(async () => {
      const differing = new Set<SearchDocument>();
      for (const uid of await this.written())
        for (let from = 0; from < documents.length; from += PAGE) {
          const page = documents.slice(from, from + PAGE);
          const keys = page.map(({ id }) => keyOf(id));
          const { results } = await patiently(() =>
            this.writing.index<StoredDocument>(uid).getDocuments<Stored>({
              filter: [oneOf("key", keys), "removed = false"],
              fields: ["id", "version", "digest"],
              limit: PAGE,
            }),
          );
          for (const one of differingFrom(results, page)) differing.add(one);
        }
      return documents.filter((document) => differing.has(document));
    });
  }

  setSynonyms(synonyms: Synonyms): Promise<void> {
    return this.inTurn(async () => {
      const wanted = indexSynonyms(withDefaults(synonyms));
      for (const uid of await this.written()) {
        const had = await patiently(() => this.writing.index(uid).getSynonyms());
        if (!isDeepStrictEqual(had, wanted)) await this.carryOut(() => this.writing.index(uid).updateSynonyms(wanted));
      }
    });
  }

  async rebuild(): Promise<SearchRebuild> {
    await telling(async () => {
      await this.requireVersion();
      await this.make(this.next);
    });
    return {
      put: (documents) => this.inTurn(() => this.putInto(this.next, documents)),
      prepare: () => Promise.resolve(),
      swap: () =>
        this.inTurn(async () => {
          if (!(await this.exists(this.uid))) await this.make(this.uid);
          const synonyms = await patiently(() => this.writing.index(this.uid).getSynonyms());
          await this.carryOut(() => this.writing.index(this.next).updateSynonyms(synonyms));
          await this.carryOut(() => this.writing.swapIndexes([{ indexes: [this.uid, this.next], rename: false }]), {
            once: true,
          });
          await this.drop(this.next);
        }),
      drop: () => this.inTurn(() => this.drop(this.next)),
    };
  }

  async check(): ReturnType<SearchEngine["check"]> {
    try {
      await this.requireVersion();
      if (!(await this.exists(this.uid)))
        return { ok: false, reason: "missing", detail: `there is no index ${this.uid}` };
      const different = differsIn(await this.writing.index(this.uid).getSettings());
      return different ? { ok: false, reason: "outdated", detail: `other ${different}` } : { ok: true };
    } catch (error) {
      return { ok: false, reason: "away", detail: explained(error).message };
    }
  }

  /** Takes the index, and one that is being built, off the server. */
  destroy(): Promise<void> {
    return this.inTurn(async () => {
      for (const uid of [this.next, this.uid]) await this.drop(uid);
    });
  }

  /** What is compared with what the server has is written before the next is compared. */
  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(() => telling(act));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private carryOut(...change: Parameters<typeof carriedOut> extends [Meilisearch, ...infer Rest] ? Rest : never) {
    return carriedOut(this.writing, ...change);
  }

  /** Leaves a tombstone for each key, also for those that are not there (yet); what a later reader wrote stays. */
  private async bury(uid: string, keys: readonly string[], version?: number): Promise<void> {
    const at = version ?? Date.now();
    const tombstones = [...new Set(keys)].map((key): Tombstone => ({ key, thing: key, version: at, removed: true }));
    const given = version === undefined ? tombstones : await this.newer(uid, tombstones);
    for (const batch of batchesOf(given))
      await this.carryOut(() => this.writing.index<Tombstone>(uid).addDocuments(batch));
  }

  private async keysWhere(uid: string, condition: string): Promise<string[]> {
    const keys: string[] = [];
    for (;;) {
      const { results } = await patiently(() =>
        this.writing.index<StoredDocument>(uid).getDocuments<Pick<StoredDocument, "key">>({
          filter: condition,
          fields: ["key"],
          limit: PAGE,
          offset: keys.length,
        }),
      );
      keys.push(...results.map(({ key }) => key));
      if (results.length < PAGE) return keys;
    }
  }

  /** The index in use, and the one that is being built when there is one. */
  private async written(): Promise<string[]> {
    return (await this.exists(this.next)) ? [this.uid, this.next] : [this.uid];
  }

  private async exists(uid: string): Promise<boolean> {
    try {
      await patiently(() => this.writing.getRawIndex(uid));
      return true;
    } catch (error) {
      if (errorCode(error) === "index_not_found") return false;
      throw error;
    }
  }

  /** An empty index with the settings of today; one that lies there from an earlier attempt goes. */
  private async make(uid: string): Promise<void> {
    await this.drop(uid);
    await this.carryOut(() => this.writing.createIndex(uid, { primaryKey: "key" }), { done: "index_already_exists" });
    const settings = { ...SETTINGS, synonyms: indexSynonyms(withDefaults({})) };
    await this.carryOut(() => this.writing.index(uid).updateSettings(JSON.parse(JSON.stringify(settings)) as Settings));
  }

  private async drop(uid: string): Promise<void> {
    if (await this.exists(uid)) await this.carryOut(() => this.writing.deleteIndex(uid), { done: "index_not_found" });
  }

  private async putInto(uid: string, documents: readonly SearchDocument[]): Promise<void> {
    for (const batch of batchesOf(documents.map(toStored))) {
      const fresh = await this.newer(uid, batch);
      if (fresh.length) await this.carryOut(() => this.writing.index<StoredDocument>(uid).addDocuments(fresh));
    }
  }

  /** Those of which the index has no newer version. */
  private async newer<D extends StoredDocument | Tombstone>(uid: string, documents: D[]): Promise<D[]> {
    const { results } = await patiently(() =>
      this.writing.index<StoredDocument>(uid).getDocuments<Pick<StoredDocument, "key" | "version">>({
        filter: oneOf(
          "key",
          documents.map(({ key }) => key),
        ),
        fields: ["key", "version"],
        limit: documents.length,
      }),
    );
    const versions = new Map(results.map(({ key, version }) => [key, version]));
    return documents.filter(({ key, version }) => (versions.get(key) ?? -Infinity) <= version);
  }

  private async requireVersion(): Promise<void> {
    const { pkgVersion } = (await this.writing.getVersion()) as Partial<Version>;
    const [major = 0, minor = 0] = (pkgVersion ?? "").split(".").map(Number);
    const [least, leastMinor] = LEAST_VERSION;
    if (major < least || (major === least && minor < leastMinor))
      throw new EngineError(
        `Meilisearch ${LEAST_VERSION.join(".")} or newer is needed; this is ${pkgVersion ?? "something else"}`,
      );
  }
}

const nothing = (): SearchAnswer => ({
  hits: [],
  next: null,
  total: { count: 0, capped: false },
  facets: {},
  corrected: [],
});

/** Whoever shows or logs what went wrong has the message alone. */
const telling = <T>(act: () => Promise<T>): Promise<T> =>
  act().catch((error: unknown) => {
    throw explained(error);
  });
