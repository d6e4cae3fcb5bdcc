import { describe, expect, test } from "vitest";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { cast, castCtx, queues } from "#tests/support/cast";
import { useDatabase } from "#tests/support/use-database";
import { activatePerson } from "./activate-person.server";
import { changeMember } from "./change-member.server";
import { changeProfile } from "./change-profile.server";
import { createApiToken } from "./create-api-token.server";
import { deactivatePerson } from "./deactivate-person.server";
import { findApiTokenActor } from "./find-api-token-actor.server";
import { getAccount } from "./get-account.server";
import { listAgents } from "./list-agents.server";
import { listApiTokens } from "./list-api-tokens.server";
import { listStaff } from "./list-staff.server";
import { makeAddressPrimary } from "./make-address-primary.server";
import { makeStaff } from "./make-staff.server";
import { removeAddress } from "./remove-address.server";
import { revokeApiToken } from "./revoke-api-token.server";

useDatabase();

const facts = async (personId: string) => (await listStaff(castCtx("ada"))).find(({ id }) => id === personId)!;

describe("colleagues", () => {
  test("only administrators see and change them", async () => {
    await expect(listStaff(castCtx("sara"))).rejects.toMatchObject({ kind: "forbidden" });
    for (const ctx of [castCtx("sara"), castCtx("giulia"), systemCtx({ actor: { kind: "anonymous" } })]) {
      await expect(deactivatePerson(ctx, cast.marco.id)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(
        changeMember(ctx, { personId: cast.sara.id, role: "administrator", queueIds: [] }),
      ).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
  });

  test("a role and queues are set, each as one fact", async () => {
    const id = cast.marco.id;
    await changeMember(castCtx("ada"), {
      personId: id,
      role: "editor",
      queueIds: [queues.repairs.id, crypto.randomUUID()],
    });
    expect(await facts(id)).toMatchObject({ role: "editor", queues: [{ name: "Repairs" }] });
    const events = await database().prisma.event.findMany({ where: { personId: id }, orderBy: { type: "desc" } });
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: "person.role_changed", data: { from: "agent", to: "editor" } },
      { type: "person.queues_changed", data: { added: [queues.repairs.id], removed: [queues.billing.id] } },
    ]);
    await changeMember(castCtx("ada"), { personId: id, role: "editor", queueIds: [queues.repairs.id] });
    expect(await database().prisma.event.count({ where: { personId: id } })).toBe(2);
  });

  test("a customer is no colleague", async () => {
    const input = { personId: cast.giulia.id, role: "administrator", queueIds: [] } as const;
    await expect(changeMember(castCtx("ada"), input)).rejects.toMatchObject({ code: "identity:error.notStaff" });
  });

  test("the last administrator stays, also when two leave at the same moment", async () => {
    const last = { kind: "conflict", code: "identity:error.lastAdministrator" };
    await expect(deactivatePerson(castCtx("ada"), cast.ada.id)).rejects.toMatchObject(last);
    await expect(
      changeMember(castCtx("ada"), { personId: cast.ada.id, role: "agent", queueIds: [] }),
    ).rejects.toMatchObject(last);
    const { personId } = await makeStaff(systemCtx(), {
      address: "second@northwind.example",
      name: "Second",
      role: "administrator",
      queueIds: [],
    });
    const both = await Promise.allSettled([
      deactivatePerson(castCtx("ada"), cast.ada.id),
      changeMember(castCtx("ada"), { personId, role: "agent", queueIds: [] }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().prisma.person.count({ where: { role: "administrator", deactivatedAt: null } })).toBe(1);
    await activatePerson(systemCtx(), cast.ada.id);
  });

  test("deactivated people are no choice for an assignee", async () => {
    await deactivatePerson(systemCtx(), cast.elena.id);
    const agents = await listAgents(castCtx("sara"));
    expect(agents.map(({ id }) => id)).not.toContain(cast.elena.id);
    expect(agents.find(({ id }) => id === cast.sara.id)?.queueIds.toSorted()).toEqual(
      [queues.repairs.id, queues.billing.id].toSorted(),
    );
    expect((await listStaff(castCtx("ada"))).at(-1)?.id).toBe(cast.elena.id);
  });
});

describe("API tokens", () => {
  test("act as their person until they are revoked, expire or the person goes", async () => {
    const mine = { personId: cast.sara.id, name: "import" };
    const { token, id } = await createApiToken(castCtx("sara"), mine);
    expect(token).toMatch(/^sp_[\w-]{43}$/);
    expect((await findApiTokenActor(token))?.actor).toMatchObject({ personId: cast.sara.id, role: "agent" });
    expect(await findApiTokenActor(`${token}x`)).toBeNull();
    expect(await findApiTokenActor(token.replace(/.$/, (c) => (c === "A" ? "B" : "A")))).toBeNull();
    const [row] = await listApiTokens(castCtx("sara"), cast.sara.id);
    expect(row).toMatchObject({ id, name: "import", expired: false });
    expect(row?.lastUsedAt).toBeInstanceOf(Date);
    expect(await database().prisma.apiToken.count({ where: { hash: token } })).toBe(0);

    const ended = await createApiToken(castCtx("sara"), { ...mine, expiresAt: new Date(Date.now() - 1) });
    expect(await findApiTokenActor(ended.token)).toBeNull();
    await expect(revokeApiToken(castCtx("ada"), cast.sara.id, id)).rejects.toMatchObject({ kind: "forbidden" });
    await revokeApiToken(castCtx("sara"), cast.sara.id, id);
    expect(await findApiTokenActor(token)).toBeNull();
  });

  test("are for staff, and die with the account", async () => {
    await expect(createApiToken(castCtx("giulia"), { personId: cast.giulia.id, name: "x" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const { token } = await createApiToken(castCtx("marco"), { personId: cast.marco.id, name: "x" });
    await deactivatePerson(systemCtx(), cast.marco.id);
    expect(await findApiTokenActor(token)).toBeNull();
    await activatePerson(systemCtx(), cast.marco.id);
    expect(await findApiTokenActor(token)).toBeNull();
  });
});

describe("one's own account", () => {
  test("keeps what is given and records what changed", async () => {
    const ctx = castCtx("giulia");
    await changeProfile(ctx, cast.giulia.id, { name: "Giulia M.", theme: "dark", locale: null });
    expect(await getAccount(ctx, cast.giulia.id)).toMatchObject({ name: "Giulia M.", theme: "dark", locale: null });
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) };
    await changeProfile(later, cast.giulia.id, { theme: "system" });
    expect((await getAccount(ctx, cast.giulia.id)).theme).toBeNull();
    const events = await database().prisma.event.findMany({
      where: { type: "person.profile_changed" },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ data }) => data)).toEqual([{ fields: ["name", "locale", "theme"] }, { fields: ["theme"] }]);
    await expect(changeProfile(ctx, cast.hana.id, { name: "Not Hana" })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("has one main address, which must be proven and stays", async () => {
    const ctx = castCtx("hana");
    const { id: unproven } = await database().prisma.emailAddress.create({
      data: {
        id: crypto.randomUUID(),
        personId: cast.hana.id,
        address: "h@home.example",
        primary: false,
        createdAt: ctx.now,
      },
    });
    await expect(makeAddressPrimary(ctx, cast.hana.id, unproven)).rejects.toMatchObject({ kind: "conflict" });
    await database().prisma.emailAddress.update({ where: { id: unproven }, data: { verifiedAt: ctx.now } });
    await makeAddressPrimary(ctx, cast.hana.id, unproven);
    await expect(removeAddress(ctx, cast.hana.id, unproven)).rejects.toMatchObject({
      code: "identity:error.primaryAddress",
    });
    const old = (await getAccount(ctx, cast.hana.id)).addresses.find(({ primary }) => !primary)!;
    await expect(removeAddress(castCtx("giulia"), cast.giulia.id, old.id)).rejects.toMatchObject({ kind: "not_found" });
    await removeAddress(ctx, cast.hana.id, old.id);
    expect((await getAccount(ctx, cast.hana.id)).addresses).toMatchObject([{ id: unproven, primary: true }]);
  });
});
