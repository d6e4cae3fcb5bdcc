import { config } from "~/platform/config.server";
import { database } from "~/platform/db.server";
import type { SearchEngine } from "#search/engine";
import { openMeilisearchIndex } from "#search/meilisearch/open-index";
import { openPostgresIndex } from "#search/postgres/open-index";
import { sqlOf } from "#search/postgres/sql";
import { LIVE } from "#search/postgres/tables";
import type { EngineName } from "./index-state.server";

let open: { key: string; engines: Map<EngineName, SearchEngine> } | undefined;

/** The engine that searches are asked of while it answers: Meilisearch when it is configured. */
export const mainEngine = (): EngineName => (config().meilisearch ? "meilisearch" : "postgres");

/** Every engine whose index is kept in step; PostgreSQL's always is, to stand in. */
export const keptEngines = (): EngineName[] => (config().meilisearch ? ["postgres", "meilisearch"] : ["postgres"]);

/** The product's index in an engine, opened once per process. */
export function openEngine(name: EngineName): SearchEngine {
  const { pool, url } = database();
  const meilisearch = config().meilisearch;
  const key = `${url} ${meilisearch?.host} ${meilisearch?.apiKey}`;
  if (open?.key !== key) open = { key, engines: new Map() };
  let engine = open.engines.get(name);
  if (!engine) {
    if (name === "meilisearch" && !meilisearch) throw new Error("Meilisearch is not configured");
    engine =
      name === "meilisearch" && meilisearch
        ? openMeilisearchIndex(meilisearch)
        : openPostgresIndex(sqlOf(pool), { name: LIVE });
    open.engines.set(name, engine);
  }
  return engine;
}
