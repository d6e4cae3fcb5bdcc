import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma } from "~/generated/prisma/client";
import { statementName } from "./prepared.server";

type RawCalls = { $queryRaw: unknown; $executeRaw: unknown };
type Queryable = Pick<pg.Pool, "query">;

/** The connection of a running transaction; null before it begins and once it ends. */
export type Hold = { client: pg.ClientBase | null };

const holds = new AsyncLocalStorage<Hold>();

/** Runs what begins a transaction; `hold` then names its connection for as long as the transaction lasts. */
export const holding = <T>(hold: Hold, begin: () => Promise<T>): Promise<T> => holds.run(hold, begin);

/** Prisma's own adapter, which also tells `holding` on which connection a transaction runs. */
export class HoldingPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const begin = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolation) => {
      const hold = holds.getStore();
      const transaction = await begin(isolation);
      const client: unknown = Reflect.get(transaction, "client");
      if (!hold || !(client instanceof pg.Client)) return transaction;
      hold.client = client;
      const execute = transaction.executeRaw.bind(transaction);
      transaction.executeRaw = (query) => {
        // From here on the connection may be another transaction's; Prisma refuses what still comes.
        if (/^(commit|rollback)$/i.test(query.sql)) hold.client = null;
        return execute(query);
      };
      return transaction;
    };
    return adapter;
  }
}

/**
 * The same client, but statements marked by `prepared` go straight to the driver, on the connection that `held` names:
 * Prisma's own way costs several times what the driver does. Everything else, and all while `held` is null, is Prisma's.
 */
export function withDirectStatements<T extends RawCalls & object>(db: T, held: () => Queryable | null): T {
  const direct = (raw: "$queryRaw" | "$executeRaw") => {
    const through: unknown = Reflect.get(db, raw);
    return (statement: unknown, ...values: unknown[]) => {
      const client = statement instanceof Prisma.Sql ? held() : null;
      const text = client && statement instanceof Prisma.Sql ? statement.text : "";
      const name = text ? statementName({ sql: text }) : "";
      if (!client || !name || !(statement instanceof Prisma.Sql))
        return Reflect.apply(through as () => unknown, db, [statement, ...values]);
      return run(client, { name, text, values: statement.values }).then(({ rows, rowCount }) =>
        raw === "$queryRaw" ? rows : (rowCount ?? 0),
      );
    };
  };
  const calls = { $queryRaw: direct("$queryRaw"), $executeRaw: direct("$executeRaw") };
  return new Proxy(db, {
    get: (target, key) => (key === "$queryRaw" || key === "$executeRaw" ? calls[key] : Reflect.get(target, key)),
  });
}

async function run(client: Queryable, config: { name: string; text: string; values: unknown[] }) {
  try {
    return await client.query({ ...config, types: { getTypeParser } });
  } catch (error) {
    // They tell values, and with them secrets, to the log.
    if (error instanceof pg.DatabaseError) error.detail = error.where = undefined;
    throw error;
  }
}

/** Columns have the types that Prisma gives them. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, (text) => BigInt(text)],
  [pg.types.builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [pg.types.builtins.DATE, (text) => new Date(`${text}T00:00:00.000Z`)],
  [pg.types.builtins.TIMESTAMP, (text) => new Date(`${text.replace(" ", "T")}Z`)],
]);

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: "text" | "binary") =>
  (format !== "binary" && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format as "text");
