import { beforeEach, describe, expect, test } from "vitest";
import { clock, freezeClock } from "~/platform/clock.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { castCtx, STORY_TIME } from "#tests/support/cast";
import { helpFile, PNG } from "#tests/support/help-files";
import { useDatabase } from "#tests/support/use-database";
import { sweepUploads } from "../../files/sweep-uploads.server";
import { beginImport } from "./begin-import.server";
import { carryOutImport } from "./carry-out-import.server";
import { checkImport } from "./check-import.server";
import { discardImport } from "./discard-import.server";
import { getImport } from "./get-import.server";
import { listImports } from "./list-imports.server";
import { zipOf } from "./pack-zip.server";
import { startImport } from "./start-import.server";
import type { TransferFile } from "./transfer-file";

useDatabase();
const db = () => database().prisma;
const ada = () => castCtx("ada");
const FILES = [
  helpFile("en/seals/a.md", "---\ntitle: A\n---\n\n![x](x.png)"),
  helpFile("en/seals/b.md", "---\ntitle: B\n---\n\n[a](a.md)"),
  helpFile("en/seals/bad.md", "---\ntitle: C\naudience: nobody\n---\n\nx"),
  helpFile("en/seals/x.png", PNG),
];
const many = (count: number): TransferFile[] =>
  Array.from({ length: count }, (_, i) => helpFile(`en/seals/many-${i}.md`, `---\ntitle: M ${i}\n---\n\nText ${i}.`));
const jobs = async () =>
  (await db().$queryRaw<{ name: string }[]>`select task_identifier as name from graphile_worker.jobs`).map(
    ({ name }) => name,
  );
const outcome = async (id: string) =>
  (await getImport(ada(), id)).report?.items.map(({ path, status }) => `${path} ${status}`);

beforeEach(async () => {
  freezeClock(STORY_TIME);
  await db().helpImport.deleteMany();
  await db().upload.deleteMany();
  await db().article.deleteMany();
  await db().articleCategory.deleteMany();
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

describe("an import", () => {
  test("is looked at, carried out by a job in its editor's name, and keeps its report", async () => {
    const id = await beginImport(ada(), "help.zip", [helpFile("help.zip", await zipOf(FILES))]);
    expect(await getImport(ada(), id)).toMatchObject({
      name: "help.zip",
      state: "ready",
      waiting: true,
      by: "Ada Novak",
    });
    expect(await outcome(id)).toEqual([
      "en/seals new",
      "en/seals/a.md new",
      "en/seals/b.md new",
      "en/seals/bad.md error",
    ]);
    expect(await db().article.count()).toBe(0);

    await startImport(ada(), id);
    await startImport(ada(), id);
    expect((await jobs()).filter((name) => name === "knowledge.run-import")).toHaveLength(1);
    await expect(discardImport(ada(), id)).rejects.toMatchObject({ code: "transfer:error.running" });
    await carryOutImport(systemCtx(), id);
    expect(await getImport(ada(), id)).toMatchObject({ state: "done", waiting: false, done: 3, total: 3 });
    expect(await db().article.findMany({ select: { createdById: true } })).toEqual([
      { createdById: ada().actor.personId },
      { createdById: ada().actor.personId },
    ]);
    expect(await db().upload.count()).toBe(0);
    await carryOutImport(systemCtx(), id);
    await startImport(ada(), id);
    expect(await listImports(ada())).toMatchObject([{ id, state: "done" }]);
    await discardImport(ada(), id);
    expect(await listImports(ada())).toEqual([]);
    expect(await db().article.count()).toBe(2);
  });

  test("that broke off in the middle is done again and tells what was taken over", async () => {
    const id = await beginImport(ada(), "help", FILES);
    await startImport(ada(), id);
    await db()
      .$executeRaw`create function refuse() returns trigger language plpgsql as $$ begin if new.title = 'B' then raise exception 'no'; end if; return new; end $$`;
    await db().$executeRaw`create trigger refuse before insert on article_draft for each row execute function refuse()`;
    const other = await beginImport(ada(), "other", FILES);
    await startImport(ada(), other);
    await carryOutImport(systemCtx(), other);
    await db().$executeRaw`drop function refuse() cascade`;
    expect(await outcome(other)).toContain("en/seals/b.md error");
    expect(await db().article.count()).toBe(1);

    await carryOutImport(systemCtx(), id);
    expect(await outcome(id)).toEqual([
      "en/seals new",
      "en/seals/a.md new",
      "en/seals/b.md new",
      "en/seals/bad.md error",
    ]);
    expect(await db().article.count()).toBe(2);
  });

  test("waits for another, and finds there what that has made", async () => {
    const ids = await Promise.all(["one", "two"].map((name) => beginImport(ada(), name, many(20))));
    for (const id of ids) await startImport(ada(), id);
    await Promise.all(ids.map((id) => carryOutImport(systemCtx(), id)));
    for (const id of ids) expect(await getImport(ada(), id)).toMatchObject({ state: "done" });
    for (const id of ids) expect(await outcome(id)).not.toContainEqual(expect.stringContaining("error"));
    expect(await db().article.count()).toBe(20);
  });

  test("of many files is compared by a job", async () => {
    const id = await beginImport(ada(), "help", many(160));
    expect(await getImport(ada(), id)).toMatchObject({ state: "checking", report: null });
    expect(await jobs()).toContain("knowledge.check-import");
    await expect(startImport(ada(), id)).rejects.toMatchObject({ code: "transfer:error.notReady" });
    await checkImport(systemCtx(), id);
    await checkImport(systemCtx(), id);
    expect(await getImport(ada(), id)).toMatchObject({ state: "ready" });
    expect(await outcome(id)).toHaveLength(161);
  });

  test("whose files were swept, or whose editor may no more, ends clearly", async () => {
    const id = await beginImport(ada(), "help", FILES);
    freezeClock(new Date(clock.now().getTime() + 8 * 86_400_000).toISOString());
    await sweepUploads(systemCtx());
    expect(await getImport(ada(), id)).toMatchObject({ state: "ready", waiting: false });
    await expect(startImport(ada(), id)).rejects.toMatchObject({ code: "transfer:error.filesGone" });

    const next = await beginImport(ada(), "help", FILES);
    await startImport(ada(), next);
    await db().person.update({ where: { id: ada().actor.personId }, data: { role: "agent" } });
    await carryOutImport(systemCtx(), next);
    await db().person.update({ where: { id: ada().actor.personId }, data: { role: "administrator" } });
    expect(await getImport(ada(), next)).toMatchObject({
      state: "failed",
      problem: { code: "transfer:error.filesGone" },
    });
    expect(await db().article.count()).toBe(0);
  });

  test("refuses at once what no import can read", async () => {
    const refused = (files: TransferFile[]) => beginImport(ada(), "x", files);
    await expect(refused([])).rejects.toMatchObject({
      code: "transfer:error.nothing",
      fields: { files: "transfer:error.nothing" },
    });
    await expect(refused([helpFile("x.zip", "no zip")])).rejects.toMatchObject({ code: "transfer:error.zip" });
    await expect(refused([helpFile("../x.md", "x")])).rejects.toMatchObject({ code: "transfer:error.path" });
    await expect(beginImport(castCtx("sara"), "x", FILES)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listImports(castCtx("sara"))).rejects.toMatchObject({ kind: "forbidden" });
    expect(await db().upload.count()).toBe(0);
  });
});
