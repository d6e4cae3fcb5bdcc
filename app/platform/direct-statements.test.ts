import { expect, test } from "vitest";
import { useDatabase } from "#tests/support/use-database";
import { systemCtx } from "./ctx.server";
import { type Db, Prisma } from "./db.server";
import { prepared } from "./prepared.server";
import { inTransaction } from "./transaction.server";

useDatabase();

const VALUES = Prisma.sql`select 1::int as whole, 2::bigint as long, 1.50::numeric as exact, true as yes, null::text as nothing,
  '2026-03-01'::date as day, '2026-03-01T10:20:30.123Z'::timestamptz as instant, '2026-03-01 10:20:30'::timestamp as local,
  '{"a": [1]}'::jsonb as facts, array['a', 'b'] as words, '\\x00ff'::bytea as bytes, 0.5::float8 as share,
  '00000000-0000-7000-8000-000000000001'::uuid as id, ${new Date("2026-03-01T10:20:30.123Z")}::timestamptz as given`;

const read = (db: Db, statement: Prisma.Sql) => db.$queryRaw<Record<string, unknown>[]>(statement);
const backend = async (db: Db, statement: Prisma.Sql) => (await db.$queryRaw<{ pid: number }[]>(statement))[0]!.pid;
const PID = Prisma.sql`select pg_backend_pid() as pid`;

test("columns have the same types on both ways", async () => {
  const { db } = systemCtx();
  const [direct] = await read(db, prepared(VALUES));
  const [prisma] = await read(db, VALUES);
  expect({ ...direct, bytes: [...(direct!.bytes as Uint8Array)] }).toEqual({
    ...prisma,
    bytes: [...(prisma!.bytes as Uint8Array)],
  });
});

test("marked statements run in the transaction, on its connection, and are undone with it", async () => {
  const ctx = systemCtx();
  const undone = inTransaction(ctx, async ({ db }) => {
    expect(await backend(db, prepared(PID))).toBe(await backend(db, PID));
    await db.$executeRaw(prepared(Prisma.sql`insert into tag (id, name) values (gen_random_uuid(), ${"direct"})`));
    expect(await db.tag.count({ where: { name: "direct" } })).toBe(1);
    throw new Error("no");
  });
  await expect(undone).rejects.toThrow("no");
  expect(await ctx.db.tag.count({ where: { name: "direct" } })).toBe(0);
});

test("transactions at the same time keep to their own connections", async () => {
  const pids = await Promise.all(
    Array.from({ length: 5 }, () =>
      inTransaction(systemCtx(), async ({ db }) => {
        const own = await backend(db, PID);
        for (let i = 0; i < 5; i++) expect(await backend(db, prepared(PID))).toBe(own);
        return own;
      }),
    ),
  );
  expect(new Set(pids).size).toBe(5);
});

test("nothing reaches the connection of a transaction that has ended", async () => {
  const kept: Db[] = [];
  await inTransaction(systemCtx(), async ({ db }) => void kept.push(db));
  await expect(read(kept[0]!, prepared(PID))).rejects.toThrow(/[Tt]ransaction/);
  const late = inTransaction(
    systemCtx(),
    async ({ db }) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await read(db, prepared(PID));
    },
    { timeout: 100 },
  );
  await expect(late).rejects.toThrow(/[Tt]ransaction/);
});
