import { beforeEach } from "vitest";
import { freezeClock } from "~/platform/clock.server";
import { clearArticles } from "./articles";
import { STORY_TIME } from "./cast";
import { useDatabase } from "./use-database";

/** Gives the test file a database of its own, with an empty knowledge base at the story's time before each test. */
export function useArticles(): void {
  useDatabase();
  beforeEach(async () => {
    freezeClock(STORY_TIME);
    await clearArticles();
  });
}
