import pg from "pg";
import { type Prisma, PrismaClient } from "~/generated/prisma/client";
import { HoldingPg, withDirectStatements } from "./direct-statements.server";
import { log } from "./log.server";
import { statementName } from "./prepared.server";

export { Prisma } from "~/generated/prisma/client";

/** What a query needs: the pool's client, or the transaction's. Only `inTransaction` makes the latter. */
export type Db = Prisma.TransactionClient;

type Connections = { url: string; pool: pg.Pool; prisma: PrismaClient };
const holder = globalThis as unknown as { sportelloDb?: Connections };

/** A pool whose connections may break off. */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  // Both handlers: a connection that dies while idle or while the pool ends would else be an uncaught exception.
  const onError = (error: Error) => log.warn({ err: error.message }, "database connection lost");
  return pool.on("error", onError).on("connect", (client) => void client.on("error", onError));
}

function connect(url: string): Connections {
  const pool = openPool(url, Number(process.env.PG_POOL ?? 10));
  const prisma = new PrismaClient({
    adapter: new HoldingPg(pool, { statementNameGenerator: statementName }),
    errorFormat: "minimal", // a refused write would else tell its values, and with them secrets, to the log
  });
  return { url, pool, prisma: withDirectStatements(prisma, () => pool) };
}

/** The process's one pool, shared by Prisma, the job queue and raw SQL. */
export function database(): Connections {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  if (holder.sportelloDb && holder.sportelloDb.url !== url) throw new Error("DATABASE_URL changed while connected");
  return (holder.sportelloDb ??= connect(url));
}

/** Ends the pool; the next `database()` connects anew. */
export async function disconnect(): Promise<void> {
  const open = holder.sportelloDb;
  holder.sportelloDb = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
