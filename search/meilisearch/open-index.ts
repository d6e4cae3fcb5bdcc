import type { Meilisearch } from "meilisearch";
import type { DocumentRef, SearchDocument } from "../document";
import type { SearchAnswer, SearchEngine, SearchRebuild, SearchRequest, Synonyms } from "../engine";
import { askIndex } from "./ask";
import {
  carriedOut,
  describe,
  errorCode,
  type MeilisearchAccess,
  patiently,
  searchClient,
  writeClient,
} from "./client";
import { quote } from "./filters";
import { differsIn, SETTINGS, toMeilisearchSynonyms } from "./index-settings";
import { keyOf, type StoredDocument, toStored } from "./stored-document";
import { batchesOf } from "./batches";

/** Since then a swap says whether it renames. */
const LEAST_VERSION = [1, 18] as const;

/** The index `uid` of a Meilisearch server. Nothing is asked before the first call. */
export function openMeilisearchIndex(access: MeilisearchAccess, uid = "sportello"): SearchEngine {
  return new MeilisearchIndex(searchClient(access), writeClient(access), uid);
}

class MeilisearchIndex implements SearchEngine {
  readonly name = "meilisearch";
  private readonly next: string;

  constructor(
    private readonly searching: Meilisearch,
    private readonly writing: Meilisearch,
    private readonly uid: string,
  ) {
    this.next = `${uid}_next`;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    if (!request.kinds.length || request.principals?.length === 0) return nothing(request);
    return askIndex(this.searching, this.uid, request);
  }

  async put(documents: readonly SearchDocument[]): Promise<void> {
    for (const uid of await this.written()) await this.putInto(uid, documents);
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    for (const uid of await this.written())
      await carriedOut(() => this.writing.index(uid).deleteDocuments(ids.map(keyOf)));
  }

  async removeGroups(refs: readonly DocumentRef[], keep: readonly string[] = []): Promise<void> {
    if (!refs.length) return;
    const groups = [...new Set(refs.map(({ kind }) => kind))].map((kind) => {
      const ids = refs.filter((ref) => ref.kind === kind).map(({ group }) => quote(group));
      return `(kind = ${quote(kind)} AND group IN [${ids.join(", ")}])`;
    });
    const kept = keep.length ? ` AND key NOT IN [${keep.map((id) => quote(keyOf(id))).join(", ")}]` : "";
    for (const uid of await this.written())
      await carriedOut(() => this.writing.index(uid).deleteDocuments({ filter: `(${groups.join(" OR ")})${kept}` }));
  }

  async count(): Promise<number> {
    return (await patiently(() => this.writing.index(this.uid).getStats())).numberOfDocuments;
  }

  async setSynonyms(synonyms: Synonyms): Promise<void> {
    for (const uid of await this.written())
      await carriedOut(() => this.writing.index(uid).updateSynonyms(toMeilisearchSynonyms(synonyms)));
  }

  async rebuild(): Promise<SearchRebuild> {
    await this.requireVersion();
    await this.make(this.next);
    return {
      put: (documents) => this.putInto(this.next, documents),
      swap: async () => {
        if (!(await this.exists(this.uid))) await this.make(this.uid);
        await carriedOut(() => this.writing.swapIndexes([{ indexes: [this.uid, this.next], rename: false }]));
        await this.drop(this.next);
      },
      drop: () => this.drop(this.next),
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
      return { ok: false, reason: "away", detail: describe(error) };
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
    await carriedOut(() => this.writing.createIndex(uid, { primaryKey: "key" }));
    await carriedOut(() => this.writing.index(uid).updateSettings(structuredClone(SETTINGS) as never));
  }

  private async drop(uid: string): Promise<void> {
    if (await this.exists(uid)) await carriedOut(() => this.writing.deleteIndex(uid));
  }

  private async putInto(uid: string, documents: readonly SearchDocument[]): Promise<void> {
    for (const batch of batchesOf(documents.map(toStored))) {
      const fresh = await this.newer(uid, batch);
      if (fresh.length) await carriedOut(() => this.writing.index<StoredDocument>(uid).addDocuments(fresh));
    }
  }

  /** Those of which the index has no newer version. */
  private async newer(uid: string, documents: StoredDocument[]): Promise<StoredDocument[]> {
    const { results } = await patiently(() =>
      this.writing.index<StoredDocument>(uid).getDocuments<Pick<StoredDocument, "key" | "version">>({
        filter: `key IN [${documents.map(({ key }) => quote(key)).join(", ")}]`,
        fields: ["key", "version"],
        limit: documents.length,
      }),
    );
    const versions = new Map(results.map(({ key, version }) => [key, version]));
    return documents.filter(({ key, version }) => (versions.get(key) ?? -Infinity) <= version);
  }

  private async requireVersion(): Promise<void> {
    const { pkgVersion } = await this.writing.getVersion();
    const [major = 0, minor = 0] = pkgVersion.split(".").map(Number);
    const [least, leastMinor] = LEAST_VERSION;
    if (major < least || (major === least && minor < leastMinor))
      throw new Error(`Meilisearch ${LEAST_VERSION.join(".")} or newer is needed; this is ${pkgVersion}`);
  }
}

const nothing = ({ facets = [] }: SearchRequest): SearchAnswer => ({
  hits: [],
  next: null,
  total: { count: 0, capped: false },
  facets: Object.fromEntries(facets.map((field) => [field, []])),
  corrected: [],
});
