import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { database, disconnect } from "~/platform/db.server";
import { forgetConfig } from "~/platform/config.server";
import { freshDb, type FreshDb } from "./db";
import { seedCast } from "./cast";

/** Gives the test file a migrated database and a data directory of its own, with the cast in it unless told otherwise. */
export function useDatabase({ cast = true }: { cast?: boolean } = {}): void {
  let fresh: FreshDb | undefined;
  let dataDir: string | undefined;
  beforeAll(async () => {
    fresh = await freshDb();
    dataDir = await mkdtemp(path.join(tmpdir(), "sportello-test-"));
    process.env.DATABASE_URL = fresh.url;
    process.env.SPORTELLO_DATA = dataDir;
    forgetConfig();
    if (cast) await seedCast(database().prisma);
  });
  afterAll(async () => {
    await disconnect();
    await fresh?.drop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });
}
