import { describe, expect, test } from "vitest";
import { findOrCreateContact } from "~/domain/customers/find-or-create-contact.server";
import { addVerifiedAddress } from "~/domain/identity/add-verified-address.server";
import { createOneTimeToken } from "~/domain/identity/create-one-time-token.server";
import { deactivatePerson } from "~/domain/identity/deactivate-person.server";
import { getAccount } from "~/domain/identity/get-account.server";
import { useOneTimeToken } from "~/domain/identity/use-one-time-token.server";
import { type Ctx, systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { inTransaction } from "~/platform/transaction.server";
import { cast, castCtx } from "#tests/support/cast";
import { mailedToken } from "#tests/support/mailed-link";
import { race } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { proveAddress } from "./internal/prove-address.server";
import { takeTheSameTime } from "./internal/take-the-same-time.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { requestSignInLink } from "./request-sign-in-link.server";
import { signInByLink } from "./sign-in-by-link.server";
import { signUp } from "./sign-up.server";

useDatabase();
const visitor = (over: Partial<Ctx> = {}): Ctx =>
  systemCtx({ actor: { kind: "anonymous" }, ip: "198.51.100.9", ...over });
const db = () => database().prisma;
const nameOf = async (personId: string) => (await db().person.findUniqueOrThrow({ where: { id: personId } })).name;
/** Proves the address, and says whose search documents are written anew. */
const prove = (address: string, name: string) =>
  inTransaction(visitor(), async (ctx) => {
    const { personId } = await proveAddress(ctx, address, name);
    return { personId, searched: [...(ctx.pending?.changed ?? [])] };
  });

describe("who opened a link that was mailed to an address", () => {
  test("says the name of a stranger that only wrote until now, and no longer of somebody known", async () => {
    const address = "writer@tanaka.example";
    const { personId } = await findOrCreateContact(systemCtx(), { address, name: "Best offers!!!" });
    expect(await prove(address, "Mia Sato")).toEqual({ personId, searched: [`contact:${personId}`] });
    expect(await nameOf(personId)).toBe("Mia Sato");
    expect(await prove(address, "Somebody Else")).toEqual({ personId, searched: [] });
    expect(await nameOf(personId)).toBe("Mia Sato");
  });

  test("is nobody who was let go since the link was mailed, whether it knew its person or not", async () => {
    await requestSignInLink(visitor(), { address: cast.elena.email });
    const known = await mailedToken(cast.elena.email, "sign-in-link");
    const unknown = { purpose: "sign_in", address: cast.elena.email, minutes: 15 } as const;
    const { token } = await createOneTimeToken(systemCtx(), unknown);
    await deactivatePerson(castCtx("ada"), cast.elena.id);
    const signIn = (token: string) => signInByLink(visitor(), { token, userAgent: "" });
    await expect(signIn(known)).rejects.toMatchObject({ code: "identity:error.linkUsed" });
    await expect(signIn(token)).rejects.toMatchObject({ kind: "conflict", code: "identity:error.deactivated" });
    expect(await db().session.count({ where: { personId: cast.elena.id } })).toBe(0);
    expect(await db().oneTimeToken.count({ where: { address: cast.elena.email, usedAt: null } })).toBe(1);
  });
});

describe("a further address", () => {
  const add = (personId: string, address: string) =>
    inTransaction(systemCtx(), (ctx) => addVerifiedAddress(ctx, personId, address));
  const addressesOf = async (personId: string) => (await getAccount(systemCtx(), personId)).addresses;

  test("is the main one of who has none, and only told once when it is added again", async () => {
    const { personId } = await findOrCreateContact(systemCtx(), { address: "bare@tanaka.example", name: "Bare" });
    await db().emailAddress.deleteMany({ where: { personId } });
    for (const address of ["one@tanaka.example", "two@tanaka.example", "two@tanaka.example"])
      await add(personId, address);
    expect(await addressesOf(personId)).toMatchObject([
      { address: "one@tanaka.example", primary: true, verified: true },
      { address: "two@tanaka.example", primary: false, verified: true },
    ]);
    expect(await db().event.count({ where: { type: "person.address_added", personId } })).toBe(2);
  });

  test("is proven when it was there unproven, and never taken from another person", async () => {
    const address = "mailer@tanaka.example";
    const { personId } = await findOrCreateContact(systemCtx(), { address, name: "Mailer" });
    expect(await addressesOf(personId)).toMatchObject([{ address, verified: false }]);
    const taken = { kind: "conflict", code: "identity:error.addressTaken", params: { address } };
    await expect(add(cast.hana.id, address)).rejects.toMatchObject(taken);
    expect(await addressesOf(personId)).toMatchObject([{ address, verified: false }]);
    await add(personId, address);
    expect(await addressesOf(personId)).toMatchObject([{ address, verified: true }]);
  });

  test("that two accounts prove at once belongs to one of them", async () => {
    const address = "shared@tanaka.example";
    const results = await race(
      () => add(cast.hana.id, address),
      () => add(cast.giulia.id, address),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "identity:error.addressTaken" },
    });
    const owners = await db().emailAddress.findMany({ where: { address }, select: { personId: true } });
    expect(owners).toEqual([{ personId: results[0]?.status === "fulfilled" ? cast.hana.id : cast.giulia.id }]);
  });
});

describe("a one-time token", () => {
  const make = (minutes: number, ctx = systemCtx()) =>
    createOneTimeToken(ctx, { purpose: "sign_in", address: cast.hana.email, payload: { to: "/tickets" }, minutes });

  test("is long, new each time, and nowhere in the database", async () => {
    const made = await Promise.all([make(15), make(15)]);
    const tokens = made.map(({ token }) => token);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{32,}$/);
    const rows = await db().oneTimeToken.findMany({ where: { id: { in: made.map(({ id }) => id) } } });
    expect(rows).toMatchObject([{ payload: { to: "/tickets" } }, { payload: { to: "/tickets" } }]);
    for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("works for its purpose alone, until the minute it ends, once", async () => {
    const ctx = systemCtx();
    const { token } = await make(15, ctx);
    const use = (minutes: number, purpose: "sign_in" | "password_reset") =>
      useOneTimeToken({ ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) }, token, [purpose]);
    const used = { kind: "conflict", code: "identity:error.linkUsed" };
    await expect(use(0, "password_reset")).rejects.toMatchObject(used);
    await expect(use(15, "sign_in")).rejects.toMatchObject(used);
    expect(await use(14.9, "sign_in")).toMatchObject({ address: cast.hana.email, payload: { to: "/tickets" } });
    await expect(use(1, "sign_in")).rejects.toMatchObject(used);
  });
});

describe("an answer that must not tell whether an address is known", () => {
  const took = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work().catch(() => undefined);
    return performance.now() - started;
  };
  // A timer may fire a little early.
  const LEAST = 195;

  test("takes as long for nothing as for something, and for a failure; its value and its error come through", async () => {
    expect(await takeTheSameTime(async () => "done")).toBe("done");
    await expect(takeTheSameTime(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await took(() => takeTheSameTime(async () => {}))).toBeGreaterThan(LEAST);
    expect(await took(() => takeTheSameTime(() => Promise.reject(new Error("no"))))).toBeGreaterThan(LEAST);
  });

  test.each<[string, (address: string) => Promise<unknown>]>([
    ["a sign-in link", (address) => requestSignInLink(visitor(), { address })],
    ["a password link", (address) => requestPasswordReset(visitor(), { address })],
    ["sign-up", (address) => signUp(visitor(), { address, name: "Mallory" })],
  ])("%s", async (_, ask) => {
    for (const address of [cast.hana.email, "nobody.at.all@tanaka.example"])
      expect(await took(() => ask(address))).toBeGreaterThan(LEAST);
  });
});
