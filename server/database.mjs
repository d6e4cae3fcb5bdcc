import { checkDatabase } from "./check-database.mjs";
import { ensureSecret } from "./environment.mjs";
import { deployApart } from "./migrate/deploy-apart.mjs";
import { ensurePostgres } from "./postgres.mjs";

/** Opens the configured database, or the embedded one: checked, migrated, and named in DATABASE_URL for the application.
 * @param {import("./config.mjs").Config} config */
export async function openDatabase(config) {
  const embedded = config.databaseUrl ? null : await ensurePostgres({ dataDir: config.dataDir });
  const url = embedded?.url ?? config.databaseUrl;
  const close = async () => void (await embedded?.stop());
  try {
    await checkDatabase(url);
    const applied = await deployApart(url);
    await ensureSecret(config.dataDir);
    process.env.DATABASE_URL = url;
    return { url, applied, close };
  } catch (error) {
    await close();
    throw error;
  }
}
