import { afterEach, describe, expect, test } from "vitest";
import { castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { database } from "~/platform/db.server";
import { changeImapAccount } from "./change-imap-account.server";
import { createImapAccount } from "./create-imap-account.server";
import { getImapAccount } from "./get-imap-account.server";
import { readProblem, imapProblem, writeProblem } from "./imap-problem";
import { imapForm } from "./imap-schema";
import { unsealImapSecret } from "./imap-secret.server";
import { listImapAccounts } from "./list-imap-accounts.server";
import { removeImapAccount } from "./remove-imap-account.server";
import { switchImapAccount } from "./switch-imap-account.server";
import { keepTypedSecrets } from "./typed-secret.server";

useDatabase();
afterEach(() => db().imapAccount.deleteMany());

const db = () => database().prisma;
const typed = {
  name: "Support",
  host: "imap.example.com",
  port: "993",
  username: "support@example.com",
  password: "correct horse",
  address: queues.repairs.address,
};
const form = (over: Record<string, unknown> = {}) => imapForm.parse({ ...typed, ...over });
const ada = () => castCtx("ada", { now: new Date("2026-11-20T10:54:00Z") });
const row = (id: string) => db().imapAccount.findUniqueOrThrow({ where: { id } });
const make = async (over: Record<string, unknown> = {}) => (await createImapAccount(ada(), form(over))).mailboxId;
const secretIn = async (id: string) => unsealImapSecret((await row(id)).secret);

describe("a mailbox's form", () => {
  test.each([
    [{ host: "https://imap.example.com" }, "host", "mailadmin:imap.error.host"],
    [{ host: "imap.example.com\r\nX" }, "host", "common:error.invalid"],
    [{ port: "70000" }, "port", "mailadmin:imap.error.port"],
    [{ port: "x" }, "port", "mailadmin:imap.error.port"],
    [{ username: "a\nb" }, "username", "common:error.invalid"],
    [{ afterwards: "move" }, "moveTo", "common:error.required"],
    [{ afterwards: "move", moveTo: "inbox" }, "moveTo", "mailadmin:imap.error.sameFolder"],
    [{ auth: "google", refreshToken: "r" }, "clientId", "common:error.required"],
    [{ auth: "microsoft", clientId: "c", tenant: "a/b" }, "tenant", "mailadmin:imap.error.tenant"],
    [{ auth: "google", clientId: "c", security: "none" }, "security", "mailadmin:imap.error.tokenInClear"],
    [{ since: "2026-02-30" }, "since", "mailadmin:imap.error.since"],
    [{ certificate: "hello" }, "certificate", "mailadmin:imap.error.certificate"],
  ])("%j is refused at %s", (over, field, message) => {
    const issues = imapForm.safeParse({ ...typed, ...over }).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join("."), message])).toContainEqual([field, message]);
  });

  test("is refused where it does not fit the others", async () => {
    await make();
    const fields = async (over: Record<string, unknown>) =>
      createImapAccount(ada(), form(over)).then(
        () => ({}),
        (error: { fields: object }) => error.fields,
      );
    expect(await fields({})).toEqual({ name: "mailadmin:imap.error.nameTaken" });
    expect(await fields({ name: "B", address: "info@other.example" })).toEqual({
      address: "mailadmin:imap.error.notOurs",
    });
    const certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
    expect(await fields({ name: "B", certificate })).toEqual({ certificate: "mailadmin:imap.error.certificate" });
    expect(await fields({ name: "B", password: "" })).toEqual({ password: "common:error.required" });
  });
});

describe("an account", () => {
  test("begins now, or at the beginning of a chosen day for the administrator", async () => {
    expect((await row(await make())).since).toEqual(new Date("2026-11-20T10:54:00Z"));
    expect((await row(await make({ name: "B", since: "2026-11-01" }))).since).toEqual(new Date("2026-10-31T23:00:00Z"));
  });

  test("shows everything but its secrets, and keeps them when they are left empty", async () => {
    const id = await make({
      auth: "microsoft",
      clientId: "app",
      tenant: "t.example",
      clientSecret: "s",
      refreshToken: "r r",
    });
    const details = await getImapAccount(ada(), id);
    expect(details).toMatchObject({ clientId: "app", tenant: "t.example", since: "2026-11-20", revision: 0 });
    expect(details.has).toEqual({ password: false, clientSecret: true, refreshToken: true });
    expect(JSON.stringify(details)).not.toContain("rr");
    await changeImapAccount(ada(), id, 0, form({ auth: "microsoft", clientId: "app2", tenant: "t.example" }));
    expect(await secretIn(id)).toEqual({
      clientId: "app2",
      tenant: "t.example",
      clientSecret: "s",
      refreshToken: "rr",
    });
    expect((await row(id)).since).toEqual(new Date("2026-11-20T10:54:00Z"));
  });

  test("sends a saved password to no other server, and to none without encryption", async () => {
    const id = await make();
    for (const over of [{ host: "evil.example" }, { security: "none" }, { port: "994" }])
      await expect(changeImapAccount(ada(), id, 0, form({ password: "", ...over }))).rejects.toMatchObject({
        fields: { password: "mailadmin:imap.error.again" },
      });
    await changeImapAccount(ada(), id, 0, form({ password: "", folder: "Support" }));
    expect(await secretIn(id)).toEqual({ password: "correct horse" });
    await changeImapAccount(ada(), id, 1, form({ password: "new", host: "other.example" }));
    expect(await secretIn(id)).toEqual({ password: "new" });
  });

  test("takes secrets that were typed into the form before, from the same person and for an hour", async () => {
    const kept = keepTypedSecrets(ada(), form(), "");
    expect(kept).not.toContain("horse");
    const create = (ctx: Parameters<typeof createImapAccount>[0], name: string) =>
      createImapAccount(ctx, form({ name, password: "" }), { kept });
    const { mailboxId } = await create(ada(), "A");
    expect(await secretIn(mailboxId)).toEqual({ password: "correct horse" });
    const later = { ...ada(), now: new Date("2026-11-20T12:00:00Z") };
    await expect(create(later, "B")).rejects.toMatchObject({ fields: { password: "common:error.required" } });
    const other = ada();
    other.actor.personId = "00000000-0000-7000-8000-000000000999";
    await expect(create(other, "C")).rejects.toMatchObject({ fields: { password: "common:error.required" } });
  });

  test("forgets uids for another folder, looks again from an earlier day, and is told of late saves", async () => {
    const id = await make();
    await db().imapAccount.update({ where: { id }, data: { lastUid: 40, uidValidity: 7 } });
    await db().imapMessage.create({ data: { accountId: id, uidValidity: 7, uid: 40 } });
    expect(await changeImapAccount(ada(), id, 0, form({ since: "2026-11-01" }))).toEqual({ revision: 1 });
    expect(await row(id)).toMatchObject({ lastUid: 0n, uidValidity: 7n, revision: 1 });
    expect(await db().imapMessage.count()).toBe(1);
    await changeImapAccount(ada(), id, 1, form({ since: "2026-11-01", folder: "Other" }));
    expect(await row(id)).toMatchObject({ lastUid: 0n, uidValidity: null, revision: 2 });
    expect(await db().imapMessage.count()).toBe(0);
    await expect(changeImapAccount(ada(), id, 1, form())).rejects.toMatchObject({ kind: "conflict" });
    const same = form({ since: "2026-11-01", folder: "Other" });
    expect(await changeImapAccount(ada(), id, 2, same)).toEqual({ revision: 2 });
    expect((await row(id)).revision).toBe(2);
  });

  test("is switched, listed and removed; mails that were taken stay; the audit log has it all", async () => {
    const id = await make();
    await db().inboundMail.create({
      data: { id, source: "imap", receivedAt: new Date(), envelopeFrom: "", size: 1, sha256: "", imapId: id },
    });
    await db().imapMessage.create({ data: { accountId: id, uidValidity: 1, uid: 1, left: "too_large" } });
    await switchImapAccount(ada(), id, false);
    await switchImapAccount(ada(), id, false);
    expect(await listImapAccounts(ada())).toMatchObject([{ id, state: "off", unread: 1, left: 1, waiting: 0 }]);
    await switchImapAccount(ada(), id, true);
    expect(await listImapAccounts(ada())).toMatchObject([{ state: "starting" }]);
    expect((await row(id)).revision).toBe(2);
    await removeImapAccount(ada(), id);
    await expect(removeImapAccount(ada(), id)).rejects.toMatchObject({ kind: "not_found" });
    expect(await db().inboundMail.count({ where: { imapId: id } })).toBe(1);
    const events = await db().event.findMany({ where: { type: { startsWith: "mailbox." } }, orderBy: { id: "asc" } });
    const about = events.filter(({ data }) => (data as { mailboxId: string }).mailboxId === id).map(({ type }) => type);
    expect(about.toSorted()).toEqual([
      "mailbox.added",
      "mailbox.removed",
      "mailbox.switched_off",
      "mailbox.switched_on",
    ]);
    expect(JSON.stringify(events)).not.toContain("correct horse");
  });

  test("is the administrators' business", async () => {
    const id = await make();
    const sara = castCtx("sara");
    for (const act of [
      () => createImapAccount(sara, form({ name: "B" })),
      () => changeImapAccount(sara, id, 0, form()),
      () => switchImapAccount(sara, id, false),
      () => removeImapAccount(sara, id),
      () => getImapAccount(sara, id),
      () => listImapAccounts(sara),
    ])
      await expect((async () => act())()).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("a problem is kept as a code with the server's words, in one line and without tokens", () => {
  const error = Object.assign(new Error("Command failed"), {
    authenticationFailed: true,
    response: `[AUTHENTICATIONFAILED] no\r\nway ${"x".repeat(80)}`,
  });
  const problem = imapProblem(error);
  expect(problem).toEqual({ code: "login", detail: "[AUTHENTICATIONFAILED] no way …" });
  expect(readProblem(writeProblem(problem))).toEqual(problem);
  expect(readProblem("something else")).toEqual({ code: "other", detail: "something else" });
});
