// One embedded PostgreSQL for all test files, with a migrated template database per state of the migrations.
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { deploy } from "../../server/migrate.mjs";
import { digestMigrations } from "../../server/migrate/migrations.mjs";
import { ensurePostgres, throwawaySettings } from "../../server/postgres.mjs";
import { root } from "../../server/root.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of a database from which others may be created. */
    adminUrl: string;
    /** Name of the migrated database that each test file clones. */
    template: string;
  }
}

export default async function setup(project: TestProject) {
  process.env.SPORTELLO_SECRET ??= "only-for-tests-only-for-tests-only-for-tests";
  process.env.TZ = "UTC";
  const dataDir = process.env.TEST_DATA ?? path.join(root, ".cache/test-data");
  const server = await ensurePostgres({ dataDir, database: "admin", settings: throwawaySettings });
  project.provide("adminUrl", server.url);
  project.provide("template", await prepareTemplate(server.url));
  return async () => void (await server.stop());
}

/** Makes the template once per digest of the migrations; others that ask meanwhile wait. Older templates go. */
async function prepareTemplate(adminUrl: string) {
  const name = `template_${(await digestMigrations(path.join(root, "prisma/migrations"))).slice(0, 16)}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock(1)");
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
    if (!rowCount) {
      const draft = `${name}_draft`;
      await admin.query(`drop database if exists ${draft} with (force)`);
      await admin.query(`create database ${draft}`);
      const url = new URL(adminUrl);
      url.pathname = `/${draft}`;
      await deploy(String(url));
      await dropLeftovers(admin);
      await admin.query(`alter database ${draft} rename to ${name}`);
    }
    return name;
  } finally {
    await admin.end();
  }
}

async function dropLeftovers(admin: pg.Client) {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database d
      where (datname ~ '^template_[0-9a-f]{16}$' or datname ~ '^test_[0-9a-f]{12}$')
        and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)
        and (pg_stat_file('base/' || d.oid || '/PG_VERSION')).modification < now() - interval '1 hour'`,
  );
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname}`);
}
