// Prisma's schema engine as WebAssembly over the pg driver: `prisma migrate` without its native binary.
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { noteDone } from "./interrupted.mjs";

const CHAR = 18; // oid of "char", which PrismaPg cannot read and every catalog query of the engine returns
const BPCHAR = 1042;
const MARK = "\u0001";

/** @typedef {{ path: string, content: string }} SchemaFile */

/** Runs `act` with an engine bound to the database and all schema files of the folder.
 * @template T @param {string} url @param {string} folder
 * @param {(engine: any, files: SchemaFile[]) => Promise<T>} act @returns {Promise<T>} */
export async function withEngine(url, folder, act) {
  await loadOnce();
  const files = await readSchema(folder);
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 }).on("error", () => {});
  const adapter = bindMigrationAwareSqlAdapterFactory(adaptPool(pool));
  const models = files.map((file) => [file.path, file.content]);
  const engine = await glue.SchemaEngine.new({ datamodels: models }, () => {}, adapter);
  try {
    return await act(engine, files);
  } finally {
    engine.free();
    await pool.end(); // the engine closes nothing itself
  }
}

/** Every schema file: the engine takes a model that it does not see for a dropped one.
 * @param {string} folder @returns {Promise<SchemaFile[]>} */
export async function readSchema(folder) {
  const entries = await fs.readdir(folder, { recursive: true });
  const names = entries.filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { path: file, content: await fs.readFile(file, "utf8") };
    }),
  );
}

/** @type {Promise<void> | undefined} */
let loading;
function loadOnce() {
  return (loading ??= load());
}

async function load() {
  // the glue writes here before it traps; without it a panic shows as a bare TypeError
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      /** @param {string} message */
      set_message: (message) => process.stderr.write(`schema engine: ${message}\n`),
    },
  });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await fs.readFile(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
}

/** The pg adapter with two repairs: "char" columns are readable, and a script runs whole and as one transaction
 * (the adapter's own way splits at every semicolon, also inside functions and strings). @param {pg.Pool} pool */
function adaptPool(pool) {
  const query = /** @type {any} */ (pool.query.bind(pool));
  pool.query = /** @type {any} */ (
    async (/** @type {unknown[]} */ ...args) => {
      const result = await query(...args);
      for (const field of result.fields ?? []) {
        if (field.dataTypeID === CHAR) Object.assign(field, { dataTypeID: BPCHAR, name: MARK + field.name });
      }
      return result;
    }
  );
  const factory = /** @type {any} */ (new PrismaPg(pool));
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const connection = await connect();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (/** @type {unknown} */ statement) => {
      const result = await queryRaw(statement);
      result.columnNames.forEach((/** @type {string} */ name, /** @type {number} */ index) => {
        if (!name.startsWith(MARK)) return;
        result.columnNames[index] = name.slice(MARK.length);
        result.columnTypes[index] = ColumnTypeEnum.Character;
      });
      return result;
    };
    connection.executeScript = async (/** @type {string} */ sql) => {
      try {
        await query(sql + noteDone);
      } catch (error) {
        connection.onError(error);
      }
    };
    return connection;
  };
  return factory;
}
