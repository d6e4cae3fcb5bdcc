import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkDatabase, findProblem } from "./check-database.mjs";

const suffix = randomBytes(4).toString("hex");
const names = { good: `good_${suffix}`, latin: `latin_${suffix}`, c: `c_${suffix}` };
const role = `nobody_${suffix}`;
let admin: pg.Client;

function urlOf(change: (url: URL) => void) {
  const url = new URL(inject("adminUrl"));
  change(url);
  return String(url);
}
const databaseUrl = (name: string) => urlOf((url) => (url.pathname = `/${name}`));

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("adminUrl") });
  await admin.connect();
  const classic = "template template0 locale_provider libc";
  await admin.query(`create database ${names.good} template template0`);
  await admin.query(`create database ${names.latin} ${classic} encoding 'LATIN1' locale 'C'`);
  await admin.query(`create database ${names.c} ${classic} encoding 'UTF8' locale 'C'`);
  await admin.query(`create role ${role} login password 'secret'`);
});

afterAll(async () => {
  for (const name of Object.values(names)) await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`drop role if exists ${role}`);
  await admin.end();
});

describe("checkDatabase", () => {
  test("accepts what the launcher creates", async () => {
    await expect(checkDatabase(databaseUrl(names.good))).resolves.toBeUndefined();
  });

  test.each([
    ["another encoding", () => databaseUrl(names.latin), /encoded in LATIN1/],
    ["character type C", () => databaseUrl(names.c), /character type C/],
    ["a database that is not there", () => databaseUrl("no_such_database"), /has no database no_such_database/],
    ["a wrong password", () => urlOf((url) => (url.password = "wrong")), /refuses the user or password/],
    ["a port where nobody listens", () => urlOf((url) => (url.port = "1")), /No PostgreSQL answers at 127\.0\.0\.1:1/],
    [
      "a host that does not exist",
      () => urlOf((url) => (url.hostname = "db.invalid")),
      /db\.invalid.* cannot be found/,
    ],
  ])("refuses %s in one sentence", async (_what, url, sentence) => {
    const error: unknown = await checkDatabase(url()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "StartupError", message: expect.stringMatching(sentence) });
    expect(String(error)).not.toContain("\n");
  });

  test("refuses a user who may not create the extensions", async () => {
    const url = urlOf((each) =>
      Object.assign(each, { pathname: `/${names.good}`, username: role, password: "secret" }),
    );
    await expect(checkDatabase(url)).rejects.toThrow(/pg_trgm, btree_gist, unaccent and this user may not create it/);
  });

  test("refuses old servers and servers without contrib", () => {
    const good = { name: "x", version: 15, encoding: "UTF8", ctype: "C.UTF-8", missing: [], forbidden: [] };
    expect(findProblem(good)).toBeNull();
    expect(findProblem({ ...good, version: 14 })).toMatch(/PostgreSQL 14; Sportello needs 15 or newer/);
    expect(findProblem({ ...good, missing: ["unaccent"] })).toMatch(/no extension unaccent/);
  });
});
