import { keptEngines } from "./internal/engines.server";
import type { EngineName } from "./internal/index-state.server";

/** The engines whose index is kept in step: PostgreSQL, and Meilisearch when it is configured. */
export const listKeptEngines = (): EngineName[] => keptEngines();
