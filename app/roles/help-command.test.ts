import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ReportCounts } from "~/domain/knowledge/transfer/import-report";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { runHelpCommand } from "./help-command.server";

useDatabase({ cast: false });

const ARTICLES = 12;
let folder: string;
const said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "sportello-help-"));
  await mkdir(path.join(folder, "en/seals"), { recursive: true });
  for (let i = 0; i < ARTICLES; i++) {
    const text = `# Seal ${i}\n\nSee [the next](seal-${(i + 1) % ARTICLES}.md).\n`;
    await writeFile(path.join(folder, `en/seals/seal-${i}.md`), text);
  }
  said.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test("two imports of one folder at once wait for each other, and every link leads to an article", async () => {
  const imports = [1, 2].map(() => runHelpCommand("import", [folder, "--json"]));
  expect(await Promise.all(imports)).toEqual([0, 0]);
  const counts = said.map((line) => (JSON.parse(line) as { counts: ReportCounts }).counts);
  expect(counts.map(({ new: added, same }) => [added, same]).toSorted()).toEqual([
    [0, ARTICLES],
    [ARTICLES + 1, 0], // with the category
  ]);
  const { rows } = await database().pool.query<{ markdown: string }>("select markdown from article_version");
  const ids = new Set((await database().prisma.article.findMany({ select: { id: true } })).map(({ id }) => id));
  expect(rows).toHaveLength(ARTICLES);
  for (const { markdown } of rows) expect(ids).toContain(/article:([0-9a-f-]{36})/.exec(markdown)?.[1]);
});

test("an interrupted import stops after a file, says so, and is finished by the next", async () => {
  const complaints: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => complaints.push(String(text)) > 0);
  const handlers = vi.spyOn(process, "once").mockImplementation((signal, interrupt) => {
    if (signal === "SIGINT") (interrupt as () => void)();
    return process;
  });
  await database().pool.query("truncate article, article_category cascade");
  expect(await runHelpCommand("import", [folder, "--json"])).toBe(130);
  handlers.mockRestore();
  expect(said).toEqual([]);
  expect(complaints.join("")).toBe("sportello: interrupted; the same import takes over what is missing.\n");
  expect(await database().prisma.article.count()).toBeLessThan(ARTICLES);
  expect(await runHelpCommand("import", [folder, "--json"])).toBe(0);
  expect(await database().prisma.article.count()).toBe(ARTICLES);
});

test("an interrupted export leaves no half archive", async () => {
  expect(await runHelpCommand("import", [folder])).toBe(0);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process, "once").mockImplementation((signal, interrupt) => {
    if (signal === "SIGTERM") (interrupt as () => void)();
    return process;
  });
  expect(await runHelpCommand("export", [path.join(folder, "all.zip")])).toBe(130);
  expect((await readdir(folder)).toSorted()).toEqual(["en"]);
});
