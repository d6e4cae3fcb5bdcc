import { expect, test } from "vitest";
import { action as changeContract } from "~/desk/admin/contracts/edit";
import { action as makeContract } from "~/desk/admin/contracts/new";
import { action as editOrganization } from "~/desk/admin/organizations/edit";
import { action as makeOrganization } from "~/desk/admin/organizations/new";
import { action as timer } from "~/desk/tickets/acts/timer";
import { action as logTime } from "~/desk/tickets/time-list";
import type { Failure } from "~/http/route.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, type CastName, organizations } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";

useDatabase();

type Action = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;

async function post(act: Action, who: CastName, fields: Record<string, string>, params: Record<string, string> = {}) {
  const body = new URLSearchParams(fields);
  const args = routeArgs("/desk", { method: "POST", body, cookie: await signInAs(who), params });
  const { status, location, value } = await answerOf(() => act(args));
  return { status, location, value, failed: (value as { data?: Failure }).data };
}

const contract = {
  number: "C-1",
  name: "Care",
  startsOn: "2026-01-01",
  endsOn: "2026-12-31",
  timeZone: "Europe/Rome",
  unit: "hours",
  entitled: "12:30",
  noticeDays: "30, 7",
  organizationIds: organizations.marchetti.id,
};

test("searching saves nothing; a refusal names the fields; the newer version wins until saved once more", async () => {
  const { value } = await post(makeContract, "ada", { ...contract, find: "yes", q: "tanaka" });
  expect(value).toMatchObject({ found: { organizations: [{ name: "Marchetti Impianti" }, { name: "Tanaka Works" }] } });
  const wrong = { entitled: "lots", noticeDays: "0", timeZone: "Mars" };
  const { status, failed } = await post(makeContract, "ada", { ...contract, ...wrong });
  expect([status, Object.keys(failed?.failure.fields ?? {}).toSorted()]).toEqual([
    400,
    ["entitled", "noticeDays.0", "timeZone"],
  ]);
  expect(failed?.values.entitled).toBe("lots");
  const inverted = await post(makeContract, "ada", { ...contract, endsOn: "2025-12-31", policyId: newId() });
  expect(inverted.failed?.failure.fields).toMatchObject({ endsOn: "The last day comes before the first" });
  expect(await database().prisma.contract.count()).toBe(0);

  expect((await post(makeContract, "ada", contract)).status).toBe(302);
  const { id } = await database().prisma.contract.findFirstOrThrow({ where: { number: "C-1", entitled: 45_000 } });
  const save = (version: string, name: string) =>
    post(changeContract, "ada", { ...contract, name, version }, { contractId: id });
  expect((await save("1", "First")).status).toBe(302);
  const late = await save("1", "Second");
  expect([late.status, late.failed?.failure.code]).toEqual([409, "contracts:error.changed"]);
  expect(late.failed?.values.name).toBe("Second");
  expect((await save("2", "Second")).status).toBe(302);
  expect((await post(makeContract, "sara", contract)).status).toBe(403);
});

test("an organization's domain is its own, its products are added on its page", async () => {
  const taken = await post(makeOrganization, "ada", { name: "Twin", domain: "Marchetti.example" });
  expect([taken.status, Object.keys(taken.failed?.failure.fields ?? {})]).toEqual([400, ["domain"]]);
  expect((await post(makeOrganization, "ada", { name: "Twin", domain: "no domain" })).status).toBe(400);
  const { location } = await post(makeOrganization, "ada", { name: "Bücher", domain: "Bücher.example" });
  const organizationId = String(location).split("/").at(-1) ?? "";
  const made = await database().prisma.organization.findUnique({ where: { id: organizationId } });
  expect(made?.domain).toBe("xn--bcher-kva.example");
  await post(editOrganization, "ada", { form: "asset", name: "Press", serial: "7" }, { organizationId });
  expect(await database().prisma.asset.findMany({ where: { organizationId } })).toMatchObject([{ serial: "7" }]);
});

test("the timer comes back to the ticket; a forgotten one asks; a wrong time keeps what was typed", async () => {
  const ticket = await openGiulias();
  const params = { number: String(ticket.number) };
  const here = `/desk/tickets/${ticket.number}`;
  expect(await post(timer, "sara", { act: "start" }, params)).toMatchObject({ status: 302, location: here });
  const long = new Date(Date.now() - 13 * 3_600_000);
  await database().prisma.timeEntry.updateMany({ where: { personId: cast.sara.id }, data: { startedAt: long } });
  const { location } = await post(timer, "sara", { act: "stop" }, params);
  expect(location).toMatch(new RegExp(`^${here}/time/[0-9a-f-]{36}$`));
  const { status, failed } = await post(logTime, "elena", { on: "2026-01-15", spent: "90", note: "Seal" }, params);
  expect([status, Object.keys(failed?.failure.fields ?? {}), failed?.values.note]).toEqual([400, ["spent"], "Seal"]);
  const ok = await post(logTime, "elena", { on: "2026-01-15", spent: "90m", to: "ticket" }, params);
  expect([ok.status, ok.location]).toEqual([302, here]);
  expect(await database().prisma.timeEntry.findFirst({ where: { personId: cast.elena.id } })).toMatchObject({
    seconds: 5_400,
    billable: false,
  });
});
