import { hashPassword, verifyPassword } from "./internal/passwords.server";
import { beforeAll, describe, expect, test } from "vitest";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { changePassword } from "./change-password.server";
import { confirmPassword } from "./confirm-password.server";
import { deactivatePerson } from "./deactivate-person.server";
import { jobs } from "./jobs.server";
import { listSessions } from "./list-sessions.server";
import { readSession } from "./read-session.server";
import { removePassword } from "./remove-password.server";
import { revokeOtherSessions } from "./revoke-other-sessions.server";
import { revokeSession } from "./revoke-session.server";
import { setPassword } from "./set-password.server";
import { networkOf } from "./sign-in-limits.server";
import { signInWithPassword } from "./sign-in-with-password.server";
import { signOut } from "./sign-out.server";

useDatabase();

const PASSWORD = "correct horse battery";
const FIREFOX = "Mozilla/5.0 (Macintosh; Intel Mac OS X 14.7; rv:133.0) Gecko/20100101 Firefox/133.0";
const START = Date.parse("2026-11-20T10:00:00.000Z");
let clientNumber = 0;
/** Somebody not signed in, at an address of their own. */
const visitor = (over: Partial<Ctx> = {}): Ctx =>
  systemCtx({ actor: { kind: "anonymous" }, ip: `198.51.100.${++clientNumber}`, ...over });
const cookieOf = (setCookie: string) => setCookie.split(";")[0]!;
const signIn = async (address: string, ctx = visitor()) =>
  cookieOf((await signInWithPassword(ctx, { address, password: PASSWORD, userAgent: FIREFOX })).setCookie);
const sessionId = (cookie: string) => cookie.slice(cookie.indexOf("=") + 1);

beforeAll(async () => {
  for (const name of ["giulia", "paolo", "hana", "sara", "elena"] as const)
    await setPassword(systemCtx(), cast[name].id, PASSWORD, "command_line");
});

describe("sign-in by password", () => {
  test("opens a session that knows its person", async () => {
    const cookie = await signIn("giulia@marchetti.example");
    const session = await readSession(`lang=it; ${cookie}`);
    expect(session?.person).toMatchObject({ id: cast.giulia.id, role: "customer", email: cast.giulia.email });
    expect(session?.person.sharedOrganizationId).toBe(cast.giulia.organizationId);
    const stored = await database().prisma.session.findMany({ where: { personId: cast.giulia.id } });
    expect(stored.some(({ id }) => id === sessionId(cookie))).toBe(false);
  });

  test("each sign-in has a session id of its own and ends no other", async () => {
    const [one, two] = [await signIn(cast.giulia.email), await signIn(cast.giulia.email)];
    expect(one).not.toBe(two);
    expect(await readSession(one)).not.toBeNull();
    expect(await readSession(two)).not.toBeNull();
  });

  test("wrong password, unknown, unverified and deactivated addresses get the same answer", async () => {
    const refused = { kind: "invalid", code: "identity:error.signIn" };
    const attempt = (address: string, password = PASSWORD) =>
      signInWithPassword(visitor(), { address, password, userAgent: "" });
    await expect(attempt(cast.hana.email, "wrong password")).rejects.toMatchObject(refused);
    await expect(attempt("nobody@tanaka.example")).rejects.toMatchObject(refused);
    await expect(attempt(cast.marco.email)).rejects.toMatchObject(refused);
    await database().prisma.emailAddress.updateMany({ where: { personId: cast.hana.id }, data: { verifiedAt: null } });
    await expect(attempt(cast.hana.email)).rejects.toMatchObject(refused);
    await database().prisma.emailAddress.updateMany({
      where: { personId: cast.hana.id },
      data: { verifiedAt: new Date() },
    });
    await expect(attempt(cast.hana.email)).resolves.toBeTruthy();
  });

  test("an unknown address costs a verification of a decoy, and no password fits it", async () => {
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
    expect(await verifyPassword(await hashPassword("right"), "right")).toBe(true);
  });
});

describe("guessing", () => {
  test("stops after eight failures from one network, also when they come at once; the owner elsewhere still gets in", async () => {
    const ctx = visitor();
    const wrong = () => signInWithPassword(ctx, { address: cast.paolo.email, password: "wrong", userAgent: "" });
    const kinds = await Promise.all(
      Array.from({ length: 20 }, () =>
        wrong().then(
          () => "in",
          (error: { kind: string }) => error.kind,
        ),
      ),
    );
    expect(kinds.filter((kind) => kind === "invalid")).toHaveLength(8);
    expect(kinds.filter((kind) => kind === "too_many")).toHaveLength(12);

    const right = signInWithPassword(ctx, { address: cast.paolo.email, password: PASSWORD, userAgent: "" });
    await expect(right).rejects.toMatchObject({ code: "identity:error.tooManyAttempts" });
    await expect(right).rejects.toSatisfy(
      (e: { params: { count: number } }) => e.params.count >= 1 && e.params.count <= 30,
    );
    expect(await readSession(await signIn(cast.paolo.email))).not.toBeNull();

    const later = { ...ctx, now: new Date(ctx.now.getTime() + 31 * 60_000) };
    await expect(signIn(cast.paolo.email, later)).resolves.toBeTruthy();
  });

  test("many networks for one address and one network for many addresses stop too", async () => {
    const outcomes: string[] = [];
    for (let i = 0; i < 42; i++)
      await signInWithPassword(visitor({ ip: `203.0.113.${i}` }), {
        address: "target@tanaka.example",
        password: "x",
        userAgent: "",
      }).catch((error: { kind: string }) => outcomes.push(error.kind));
    expect(outcomes.filter((kind) => kind === "too_many")).toHaveLength(2);
    const spray: string[] = [];
    for (let i = 0; i < 62; i++)
      await signInWithPassword(visitor({ ip: `2001:db8:1:2::${i + 1}` }), {
        address: `p${i}@tanaka.example`,
        password: "x",
        userAgent: "",
      }).catch((error: { kind: string }) => spray.push(error.kind));
    expect(spray.filter((kind) => kind === "too_many")).toHaveLength(2);
  });

  test("right passwords do not use the attempts up", async () => {
    const ctx = visitor();
    for (let i = 0; i < 10; i++) await signIn(cast.elena.email, ctx);
    expect(
      await database().prisma.rateWindow.count({ where: { key: { contains: cast.elena.email }, count: { gt: 0 } } }),
    ).toBe(0);
  });

  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:0:12:aaaa::1", "2001:db8:0:12::/64"],
    ["2001:DB8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", ""],
  ])("the network of %j is %j", (ip, network) => expect(networkOf(ip)).toBe(network));
});

describe("sessions", () => {
  test("a revoked cookie stops at once, the others stay", async () => {
    const [here, there] = [await signIn(cast.sara.email), await signIn(cast.sara.email)];
    const rows = await listSessions(castCtx("sara"), cast.sara.id, sessionId(here));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.device).toEqual({ browser: "Firefox", system: "macOS", phone: false });
    const other = rows.find(({ current }) => !current)!;
    await expect(revokeSession(castCtx("giulia"), cast.sara.id, other.id)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(revokeSession(castCtx("giulia"), cast.giulia.id, other.id)).rejects.toMatchObject({
      kind: "not_found",
    });
    await revokeSession(castCtx("sara"), cast.sara.id, other.id);
    expect(await readSession(there)).toBeNull();
    expect(await readSession(here)).not.toBeNull();
  });

  test("all others can be ended, and signing out ends one's own", async () => {
    const cookies = [await signIn(cast.sara.email), await signIn(cast.sara.email), await signIn(cast.sara.email)];
    await revokeOtherSessions(castCtx("sara"), cast.sara.id, sessionId(cookies[0]!));
    const alive = await Promise.all(cookies.map((cookie) => readSession(cookie)));
    expect(alive.map((session) => session !== null)).toEqual([true, false, false]);
    expect(await signOut(visitor(), cookies[0]!)).toContain("Max-Age=0");
    expect(await readSession(cookies[0]!)).toBeNull();
  });

  test("a new password ends every other session; the old one must be named", async () => {
    const [here, there] = [await signIn(cast.hana.email), await signIn(cast.hana.email)];
    const change = (current: string) =>
      changePassword(castCtx("hana"), {
        personId: cast.hana.id,
        current,
        password: "another long password",
        sessionId: sessionId(here),
      });
    await expect(change("wrong")).rejects.toMatchObject({ fields: { current: "identity:error.currentPassword" } });
    await change(PASSWORD);
    expect(await readSession(here)).not.toBeNull();
    expect(await readSession(there)).toBeNull();
    await expect(removePassword(castCtx("hana"), { personId: cast.hana.id, current: PASSWORD })).rejects.toMatchObject({
      kind: "invalid",
    });
    await removePassword(castCtx("hana"), { personId: cast.hana.id, current: "another long password" });
    expect(await database().prisma.credential.count({ where: { personId: cast.hana.id } })).toBe(0);
  });

  test("the password in use is guessed eight times at most, by account, also at once; right ones do not count", async () => {
    const confirm = (personId: string, current: string, minutes = 0) =>
      confirmPassword(systemCtx({ now: new Date(START + minutes * 60_000) }), personId, current);
    const wrong = { kind: "invalid", fields: { current: "identity:error.currentPassword" } };
    const stopped = { kind: "too_many", code: "identity:error.tooManyAttempts" };
    for (let i = 0; i < 10; i++) await confirm(cast.sara.id, PASSWORD);
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => confirm(cast.sara.id, "wrong")));
    const reasons = guesses.map((guess) => (guess.status === "rejected" ? guess.reason : null));
    expect(reasons.filter((reason) => reason?.kind === "invalid")).toHaveLength(8);
    expect(reasons.filter((reason) => reason?.kind === "too_many")).toHaveLength(4);
    const told = await confirm(cast.sara.id, PASSWORD).catch((error: unknown) => error);
    expect(told).toMatchObject(stopped);
    const { count } = (told as { params: { count: number } }).params;
    expect(count).toBeGreaterThanOrEqual(15);
    await expect(confirm(cast.giulia.id, "wrong")).rejects.toMatchObject(wrong);
    await expect(confirm(cast.sara.id, PASSWORD, count - 1)).rejects.toMatchObject(stopped);
    await confirm(cast.sara.id, PASSWORD, count);
  });

  test("who has no password is asked for none, and nobody acts on another's account", async () => {
    await confirmPassword(castCtx("marco"), cast.marco.id, "");
    const [personId, password] = [cast.giulia.id, "another long password"];
    for (const name of ["marco", "ada"] as const)
      for (const act of [
        () => changePassword(castCtx(name), { personId, current: PASSWORD, password, sessionId: "" }),
        () => removePassword(castCtx(name), { personId, current: PASSWORD }),
      ])
        await expect(act()).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("deactivation ends sessions and keeps the person out", async () => {
    const cookie = await signIn(cast.elena.email);
    await deactivatePerson(castCtx("ada"), cast.elena.id);
    expect(await readSession(cookie)).toBeNull();
    await expect(signIn(cast.elena.email)).rejects.toMatchObject({ code: "identity:error.signIn" });
  });

  test("ended sessions are swept, twice without harm", async () => {
    await signIn(cast.giulia.email);
    const ctx = systemCtx({ now: new Date(Date.now() + 40 * 86_400_000) });
    for (let i = 0; i < 2; i++) for (const job of jobs) await job.run(ctx, {});
    expect(await database().prisma.session.count()).toBe(0);
  });
});
