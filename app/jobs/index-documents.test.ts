import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkIndexes } from "~/domain/search/check-indexes.server";
import { getSearchHealth } from "~/domain/search/get-search-health.server";
import { reindex } from "~/domain/search/reindex.server";
import { sweepChanges } from "~/domain/search/sweep-changes.server";
import { deleteTicket } from "~/domain/tickets/delete-ticket.server";
import { restoreTicket } from "~/domain/tickets/restore-ticket.server";
import { freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { markChanged } from "~/platform/search-changes.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx, organizations, STORY_TIME } from "#tests/support/cast";
import { catchUp, finds } from "#tests/support/searching";
import { openGiulias, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { registry } from "./registry.server";
import { projections } from "./search-projections";

useDatabase();
beforeAll(() => void freezeClock(STORY_TIME));
beforeEach(async () => {
  await database().pool.query("delete from graphile_worker._private_jobs; delete from search_change");
});

const sql = (text: string) => database().pool.query(text);
const changes = () => database().prisma.searchChange.findMany({ select: { engine: true, kind: true, groupId: true } });
const rows = async () =>
  (await sql("select id, title, body, vector::text, scopes, data from search_document where family <> '' order by id"))
    .rows;
const open = (subject: string, text: string) => openGiulias({ subject, body: { text } });

describe("changes", () => {
  test("are written down with the command and with one job for all, or not at all", async () => {
    const ticket = await open("Valve", "The valve is stuck.");
    expect(await changes()).toContainEqual({ engine: "postgres", kind: "ticket", groupId: ticket.ticketId });
    await open("Valve again", "Still stuck.");
    expect(await waitingJobs("search.index")).toMatchObject([{ payload: { engine: "postgres" } }]);

    const before = await changes();
    const failing = inTransaction(systemCtx(), async (ctx) => {
      markChanged(ctx, "ticket", ticket.ticketId);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await changes()).toEqual(before);
  });

  test("a job that has begun is not relied on: the next change wakes another", async () => {
    await open("Valve", "One.");
    await sql("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'");
    await open("Valve", "Two.");
    const keys = await sql(
      "select key, locked_at is not null as begun from graphile_worker.jobs where task_identifier = 'search.index' order by id",
    );
    expect(keys.rows).toEqual([
      { key: null, begun: true },
      { key: "search.index:postgres", begun: false },
    ]);
  });

  test("the job waits for a transaction that relied on it", async () => {
    const client = await database().pool.connect();
    await client.query("begin");
    await client.query(
      "select search_changed('postgres', array['ticket:00000000-0000-7000-8000-000000000001'], now())",
    );
    const run = catchUp();
    const first = await Promise.race([
      run.then(() => "done"),
      new Promise((resolve) => setTimeout(resolve, 200, "waits")),
    ]);
    expect(first).toBe("waits");
    await client.query("commit");
    client.release();
    expect(await run).toEqual({ done: 1 });
    expect(await changes()).toEqual([]);
  });

  test("twice is once, and what changed last is what is found", async () => {
    const ticket = await open("Compressor", "It hums a melody.");
    await catchUp();
    expect(await finds(systemCtx(), "melody")).toHaveLength(1);
    const once = await rows();
    const job = registry.get("search.index");
    await sql(
      `insert into search_change (engine, kind, group_id, at) values ('postgres', 'ticket', '${ticket.ticketId}', now())`,
    );
    await job?.run(systemCtx(), { engine: "postgres" });
    await job?.run(systemCtx(), { engine: "postgres" });
    expect(await rows()).toEqual(once);

    await deleteTicket(castCtx("ada"), ticket.number);
    await catchUp();
    expect(await finds(systemCtx(), "melody")).toEqual([]);
    await restoreTicket(castCtx("ada"), ticket.number);
    await catchUp();
    expect(await finds(systemCtx(), "melody")).toHaveLength(1);
  });

  test("only what differs is written, also over what another version of the product wrote", async () => {
    const ticket = await open("Turbine", "It whirrs.");
    await catchUp();
    const about = async () =>
      (
        await sql(`select id, version, body from search_document
          where group_id = '${ticket.ticketId}' and family <> '' order by body, id`)
      ).rows;
    const before = await about();
    const mark = () => inTransaction(systemCtx(), async (ctx) => markChanged(ctx, "ticket", ticket.ticketId));
    await mark();
    await catchUp();
    expect(await about()).toEqual(before);

    const message = before.find(({ body }) => body);
    await sql(`update search_document set body = 'of yesterday', version = version + 1 where id = '${message.id}'`);
    await mark();
    await catchUp();
    const after = await about();
    expect(after.map(({ id, body }) => ({ id, body }))).toEqual(before.map(({ id, body }) => ({ id, body })));
    expect(after.filter(({ version }, i) => version !== before[i].version).map(({ id }) => id)).toEqual([message.id]);
  });

  test("people and organizations are found under their new names", async () => {
    await inTransaction(systemCtx(), async (ctx) => {
      await ctx.db.person.update({ where: { id: cast.hana.id }, data: { name: "Hana Suzuki" } });
      markChanged(ctx, "contact", cast.hana.id);
      markChanged(ctx, "organization", organizations.tanaka.id);
    });
    await catchUp();
    expect(await finds(castCtx("sara"), "suzuki")).toEqual([`contact:${cast.hana.id}`]);
    expect(await finds(castCtx("sara"), "hana@tanaka.example")).toEqual([`contact:${cast.hana.id}`]);
    expect(await finds(castCtx("sara"), "tanaka works", { kinds: ["organization"] })).toHaveLength(1);
  });

  test("something that nothing makes documents of does not hold up the rest", async () => {
    await sql(`insert into search_change (engine, kind, group_id, at)
      values ('postgres', 'teapot', '00000000-0000-7000-8000-000000000001', now())`);
    await open("Bearing", "A bearing with a rattle.");
    await catchUp();
    expect(await finds(systemCtx(), "rattle")).toHaveLength(1);
    expect(await changes()).toEqual([]);
  });
});

describe("an index that is lost", () => {
  const heal = async () => {
    await checkIndexes(systemCtx(), projections);
    const jobs = await waitingJobs("search.rebuild");
    for (const { payload } of jobs) await registry.get("search.rebuild")?.run(systemCtx(), payload);
    await sql("delete from graphile_worker._private_jobs");
    return jobs.length;
  };

  test("is built when it never was, and left alone afterwards", async () => {
    await open("Impeller", "The impeller is cracked.");
    await sql("delete from search_change");
    expect(await finds(systemCtx(), "impeller")).toEqual([]);
    expect(await heal()).toBe(1);
    expect(await finds(systemCtx(), "impeller")).toHaveLength(1);
    expect(await getSearchHealth(systemCtx())).toMatchObject({ engine: "postgres", standIn: false, rebuild: null });
    expect(await heal()).toBe(0);
  });

  test.each([
    ["its rows", "delete from search_document"],
    ["its settings", "delete from search_setting"],
    ["its settings of today", `update search_setting set value = '"of yesterday"' where key = 'built'`],
    ["its tables", "drop table search_document"],
  ])("heals itself after losing %s", async (_, damage) => {
    await sql(damage);
    expect(await heal()).toBe(1);
    expect(await finds(systemCtx(), "impeller")).toHaveLength(1);
    expect(await heal()).toBe(0);
  });

  test("the slow sweep reads again what changed lately, and builds an index that lost its count", async () => {
    const ticket = await open("Seal", "A seal that whistles.");
    await sql("delete from search_change; delete from graphile_worker._private_jobs");
    await sweepChanges(systemCtx(), projections);
    expect(await changes()).toContainEqual({ engine: "postgres", kind: "ticket", groupId: ticket.ticketId });
    expect(await waitingJobs("search.rebuild")).toEqual([]);
    await catchUp();
    expect(await finds(systemCtx(), "whistles")).toHaveLength(1);
  });
});

describe("reindex", () => {
  test("tells how far it is, and what changes meanwhile is in it", async () => {
    const doomed = await open("Doomed", "A doomed sprocket.");
    await catchUp();
    const seen: number[] = [];
    let meanwhile: Promise<unknown> | undefined;
    await reindex(systemCtx(), "postgres", projections, {
      onProgress({ done, total }) {
        seen.push(done / total);
        meanwhile ??= deleteTicket(castCtx("ada"), doomed.number)
          .then(() => open("Late", "A late flange."))
          .then(catchUp);
      },
    });
    await meanwhile;
    expect(seen.length).toBeGreaterThan(2);
    expect(Math.max(...seen)).toBeGreaterThan(0.9);
    expect(await finds(systemCtx(), "sprocket")).toEqual([]);
    expect(await finds(systemCtx(), "flange")).toHaveLength(1);
  });

  test("changes are written while the successor's indexes are being made", async () => {
    // Such an index is complete when nobody is left who reads as of before it.
    const reader = await database().pool.connect();
    await reader.query("begin isolation level repeatable read");
    await reader.query("select 1");
    const built = reindex(systemCtx(), "postgres", projections);
    const making = `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and query like 'create index%search_live_next%' and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await sql(making)).rows[0]?.n, { timeout: 20_000 }).toBe(1);

    await open("Meanwhile", "A grommet came loose.");
    await catchUp();
    expect(await changes()).toEqual([]);
    expect(await finds(systemCtx(), "grommet")).toHaveLength(1);
    expect((await sql(making)).rows[0]?.n).toBe(1);

    await reader.query("rollback");
    reader.release();
    await built;
    expect((await getSearchHealth(systemCtx())).rebuild).toBeNull();
    expect(await finds(systemCtx(), "grommet")).toHaveLength(1);
  });

  test("one at a time; interrupted it leaves the index in use as it was", async () => {
    const before = await rows();
    const controller = new AbortController();
    let second: Promise<unknown> | undefined;
    const running = reindex(systemCtx(), "postgres", projections, {
      signal: controller.signal,
      onProgress() {
        second ??= reindex(systemCtx(), "postgres", projections).finally(() =>
          controller.abort(new Error("interrupted")),
        );
      },
      politely: true,
    });
    await expect(running).rejects.toThrow("interrupted");
    expect(await second).toBeNull();
    expect(await rows()).toEqual(before);
    expect((await getSearchHealth(systemCtx())).rebuild).toBeNull();
  });
});
