import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../server/root.mjs";

/** Each file breaks one rule by importing the other; "" marks what is allowed and must not be reported. */
const seeds: [rule: string, from: string, to: string][] = [
  ["portal-and-desk-are-strangers", "app/portal/a.tsx", "app/desk/a.tsx"],
  ["portal-and-desk-are-strangers", "app/endpoints/a.ts", "app/portal/b.tsx"],
  ["screens-import-http-domain-components-i18n-lib", "app/desk/b.tsx", "app/platform/a.server.ts"],
  ["prisma-client-in-platform-and-domain", "app/portal/c.tsx", "app/generated/prisma/client.ts"],
  ["only-domain-search-talks-to-the-engine", "app/domain/tickets/a.server.ts", "search/engine.ts"],
  ["projections-know-documents-by-type-only", "app/domain/tickets/search-documents.server.ts", "search/projection.ts"],
  ["only-projections-know-documents", "app/domain/tickets/k.server.ts", "search/document.ts"],
  ["only-domain-mail-renders-mails", "app/domain/tickets/b.server.ts", "emails/receipt.tsx"],
  ["domain-tier-4-imports-lower-tiers-only", "app/domain/tickets/c.server.ts", "app/domain/mailroom/a.server.ts"],
  ["domain-tier-3-imports-lower-tiers-only", "app/domain/sla/a.server.ts", "app/domain/routing/a.server.ts"],
  ["domain-tier-0-imports-lower-tiers-only", "app/domain/identity/a.server.ts", "app/domain/mail/a.server.ts"],
  ["internal-is-private", "app/domain/tickets/d.server.ts", "app/domain/identity/internal/a.server.ts"],
  ["internal-is-private", "app/http/a.server.ts", "app/domain/identity/internal/b.server.ts"],
  ["domains-import-domains-platform-lib", "app/domain/tickets/e.server.ts", "app/http/b.server.ts"],
  ["domains-reach-the-client-through-platform", "app/domain/tickets/j.server.ts", "app/generated/prisma/client.ts"],
  ["domains-know-no-web", "app/domain/tickets/f.server.ts", "@remix-run/node"],
  ["roles-and-jobs-import-domain-and-platform", "app/roles/a.server.ts", "app/desk/c.tsx"],
  ["only-the-entry-imports-roles-and-jobs", "app/http/c.server.ts", "app/jobs/a.server.ts"],
  ["emails-are-leaves", "emails/a.tsx", "app/domain/tickets/g.server.ts"],
  ["lib-is-a-leaf", "app/lib/a.ts", "app/platform/b.server.ts"],
  ["platform-knows-no-product", "app/platform/c.server.ts", "app/domain/identity/b.server.ts"],
  ["ui-knows-no-domain-word", "app/components/ui/a.tsx", "app/domain/tickets/states.ts"],
  ["components-take-props", "app/components/tickets/a.tsx", "app/domain/tickets/list.ts"],
  ["browser-code-imports-no-server-code", "app/components/tickets/b.tsx", "app/domain/tickets/h.server.ts"],
  ["the-application-does-not-know-the-launcher", "app/platform/d.server.ts", "server/main.mjs"],
  ["preparation-needs-no-packages", "server/prepare/a.mjs", "pg"],
  ["production-code-imports-no-tests", "app/domain/tickets/i.server.ts", "tests/support/a.ts"],
  ["everything-resolves", "app/lib/b.ts", "./nowhere"],
  ["", "app/portal/ok.tsx", "app/domain/tickets/ok.server.ts"],
  ["", "app/domain/tickets/ok2.server.ts", "app/domain/tickets/internal/ok.server.ts"],
  ["", "app/domain/mailroom/ok.server.ts", "app/domain/tickets/ok3.server.ts"],
  ["", "app/domain/mail/ok.server.ts", "emails/ok.tsx"],
  ["", "app/components/tickets/ok.tsx", "app/domain/tickets/policy.ts"],
  ["", "app/platform/config.server.ts", "server/config.mjs"],
];

type Violation = { from: string; to: string; rule: { name: string } };
let folder: string;
let violations: Violation[];

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "import-rules-"));
  await fs.symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
    await fs.copyFile(path.join(root, name), path.join(folder, name));
  }
  for (const [, from, to] of seeds) {
    if (/^(app|emails|search|server|tests)\//.test(to)) await write(to, "export const value = 1;\n");
    const specifier = /^(app|emails|search|server|tests)\//.test(to) ? relative(from, to) : to;
    await write(from, `export * as other from "${specifier}";\n`);
  }
  await write(
    "app/domain/sla/search-documents.server.ts",
    'import type { value } from "#search/projection";\nexport type Value = typeof value;\n',
  );
  await write("app/lib/one.ts", 'import type { Two } from "./two";\nexport type One = Two | 1;\n');
  await write("app/lib/two.ts", 'import type { One } from "./one";\nexport type Two = One | 2;\n');
  violations = await cruise(folder);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test.each(seeds.filter(([rule]) => rule))("%s: %s must not import %s", (rule, from) => {
  const found = violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name);
  expect(found).toContain(rule);
});

test.each(seeds.filter(([rule]) => !rule))("%sallowed: %s imports %s", (_rule, from) => {
  expect(violations.filter((violation) => violation.from === from)).toEqual([]);
});

test("a projection may know the types of documents", () => {
  expect(violations.filter(({ from }) => from === "app/domain/sla/search-documents.server.ts")).toEqual([]);
});

test("a cycle of types alone is a cycle", () => {
  expect(violations.filter(({ rule }) => rule.name === "no-cycles").map(({ from }) => from)).toContain(
    "app/lib/one.ts",
  );
});

test("the rules name every domain that exists", async () => {
  const config = await fs.readFile(path.join(root, ".dependency-cruiser.cjs"), "utf8");
  const files = await fs.readdir(path.join(root, "app/domain"), { recursive: true });
  const domains = new Set(files.filter((name) => /\.tsx?$/.test(name)).map((name) => name.split(path.sep)[0] ?? ""));
  expect([...domains].filter((name) => !config.includes(`"${name}"`))).toEqual([]);
});

async function write(name: string, text: string) {
  const file = path.join(folder, name);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, text);
}

function relative(from: string, to: string) {
  const specifier = path.relative(path.dirname(from), to).replace(/\.tsx?$/, "");
  return specifier.startsWith(".") ? specifier : `./${specifier}`;
}

function cruise(cwd: string): Promise<Violation[]> {
  const program = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [
    program,
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    "app",
    "emails",
    "search",
    "server",
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 50_000_000 }, (error, stdout) => {
      if (!stdout) return reject(error);
      resolve((JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations);
    });
  });
}
