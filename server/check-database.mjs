// Refuses, in one sentence, a database on which Sportello would work wrongly or not at all.
import pg from "pg";
import { StartupError } from "./startup-error.mjs";

const OLDEST = 15;
const EXTENSIONS = ["pg_trgm", "btree_gist", "unaccent"];

/** Looks at version, encoding, character type and extensions. @param {string} url @throws {StartupError} */
export async function checkDatabase(url) {
  const facts = await readFacts(url);
  const problem = findProblem(facts);
  if (problem) throw new StartupError(`The database ${facts.name} ${problem}.`);
}

/** @typedef {{ name: string, version: number, encoding: string, ctype: string, missing: string[], forbidden: string[] }} Facts */

/** What is wrong, as the rest of a sentence, or null. @param {Facts} facts */
export function findProblem(facts) {
  if (facts.version < OLDEST) return `is PostgreSQL ${facts.version}; Sportello needs ${OLDEST} or newer`;
  if (facts.encoding !== "UTF8") {
    return `is encoded in ${facts.encoding}; create it anew with: create database ${facts.name} encoding 'UTF8' template template0`;
  }
  if (facts.ctype === "C" || facts.ctype === "POSIX") {
    return `has the character type ${facts.ctype}, which knows no letters but a to z; create it anew with: create database ${facts.name} lc_ctype 'C.UTF-8' template template0`;
  }
  if (facts.missing.length) {
    return `has no extension ${facts.missing.join(", ")}; install PostgreSQL's contrib package on its server`;
  }
  if (facts.forbidden.length) {
    return `lacks the extension ${facts.forbidden.join(", ")} and this user may not create it; run as its owner: create extension ${facts.forbidden[0]}`;
  }
  return null;
}

/** @param {string} url @returns {Promise<Facts>} */
async function readFacts(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select d.datname as name, current_setting('server_version_num')::int / 10000 as version,
              pg_encoding_to_char(d.encoding) as encoding, d.datctype as ctype,
              array(select wanted from unnest($1::text[]) wanted
                     where wanted not in (select name from pg_available_extensions)) as missing,
              array(select wanted from unnest($1::text[]) wanted
                     where wanted not in (select extname from pg_extension)
                       and not (select rolsuper from pg_roles where rolname = current_user)
                       and not (has_database_privilege(current_database(), 'create')
                                and exists (select 1 from pg_available_extension_versions v
                                             where v.name = wanted and v.trusted))) as forbidden
         from pg_database d where d.datname = current_database()`,
      [EXTENSIONS],
    );
    return rows[0];
  } catch (cause) {
    throw new StartupError(explain(url, /** @type {Error & { code?: string }} */ (cause)), cause);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} url @param {Error & { code?: string }} error */
function explain(url, error) {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname || "localhost"}:${port || 5432}`;
  const database = decodeURIComponent(pathname.slice(1));
  switch (error.code) {
    case "ECONNREFUSED":
      return `No PostgreSQL answers at ${place}; check DATABASE_URL.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host ${hostname} of DATABASE_URL cannot be found.`;
    case "28P01":
    case "28000":
      return `PostgreSQL at ${place} refuses the user or password of DATABASE_URL.`;
    case "3D000":
      return `PostgreSQL at ${place} has no database ${database}; create it or correct DATABASE_URL.`;
    case "57P03":
      return `PostgreSQL at ${place} is still starting; try again in a moment.`;
    default:
      return `PostgreSQL at ${place} cannot be used (${error.message || error.code}); check DATABASE_URL.`;
  }
}
