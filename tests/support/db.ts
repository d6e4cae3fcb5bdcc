import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database of its own for one test file, migrated and empty; call `drop` after closing every pool on it. */
export interface FreshDb {
  url: string;
  drop(): Promise<void>;
}

/** Clones the template (about 50 ms). */
export async function freshDb(): Promise<FreshDb> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = new URL(inject("adminUrl"));
  url.pathname = `/${name}`;
  await asAdmin((admin) => admin.query(`create database ${name} template ${inject("template")} strategy file_copy`));
  return {
    url: String(url),
    drop: () =>
      asAdmin(async (admin) => {
        await connectionsClosed(admin, name);
        await admin.query(`drop database ${name} with (force)`);
      }),
  };
}

async function asAdmin(act: (admin: pg.Client) => Promise<unknown>) {
  const admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}

/** Ended pools take a moment to vanish; a forced drop before that would show as an error in the pool's process. */
async function connectionsClosed(admin: pg.Client, name: string) {
  for (let tries = 0; tries < 40; tries++) {
    const { rowCount } = await admin.query("select 1 from pg_stat_activity where datname = $1", [name]);
    if (!rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
