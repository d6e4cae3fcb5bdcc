import { randomBytes } from "node:crypto";
import { config } from "~/platform/config.server";
import { database } from "~/platform/db.server";
import { evaluate, type Evaluation } from "#search/eval/evaluate";
import { openMeilisearchIndex } from "#search/meilisearch/open-index";
import { openPostgresIndex } from "#search/postgres/open-index";
import { sqlOf } from "#search/postgres/sql";
import type { EngineName } from "./internal/index-state.server";

/** How well an engine answers a judged set (JSON lines), in an index of its own that is taken away afterwards. */
export function evaluateEngine(engine: EngineName, lines: string): Promise<Evaluation> {
  const name = `eval_${randomBytes(4).toString("hex")}`;
  return evaluate(async () => {
    const index = engine === "meilisearch" ? openMeilisearchIndex(access(), name) : openOwn(name);
    return { engine: index, close: () => index.destroy() };
  }, lines);
}

const openOwn = (name: string) => openPostgresIndex(sqlOf(database().pool), { name });

function access() {
  const { meilisearch } = config();
  if (!meilisearch) throw new Error("Meilisearch is not configured");
  return meilisearch;
}
