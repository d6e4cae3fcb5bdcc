import { randomBytes } from "node:crypto";
import { config } from "~/platform/config.server";
import { database } from "~/platform/db.server";
import { evaluate, type Evaluation } from "#search/eval/evaluate";
import { dropLeftovers as dropFromMeilisearch } from "#search/meilisearch/drop-leftovers";
import { openMeilisearchIndex } from "#search/meilisearch/open-index";
import { dropLeftovers, passingName } from "#search/postgres/drop-leftovers";
import { openPostgresIndex } from "#search/postgres/open-index";
import { sqlOf } from "#search/postgres/sql";
import type { EngineName } from "./internal/index-state.server";

const DAY_MS = 86_400_000;

/** How well an engine answers a judged set (JSON lines), in an index of its own that is taken away afterwards. */
export function evaluateEngine(
  engine: EngineName,
  lines: AsyncIterable<string>,
  signal?: AbortSignal,
): Promise<Evaluation> {
  const name = passingName("eval", randomBytes(4).toString("hex"));
  const open = async () => {
    const index = await (engine === "meilisearch" ? openOnMeilisearch(name) : openOwn(name));
    return { engine: index, close: () => index.destroy() };
  };
  return evaluate(open, lines, signal);
}

async function openOwn(name: string) {
  const sql = sqlOf(database().pool);
  await dropLeftovers(sql, "eval", Date.now() - DAY_MS);
  return openPostgresIndex(sql, { name });
}

async function openOnMeilisearch(name: string) {
  const { meilisearch } = config();
  if (!meilisearch) throw new Error("Meilisearch is not configured");
  await dropFromMeilisearch(meilisearch, "eval", Date.now() - DAY_MS);
  return openMeilisearchIndex(meilisearch, name);
}
