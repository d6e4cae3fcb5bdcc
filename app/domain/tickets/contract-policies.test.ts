import { afterEach, beforeEach, expect, test } from "vitest";
import { changeContract } from "~/domain/sla/change-contract.server";
import { contractForm } from "~/domain/sla/contract-schema";
import { createContract } from "~/domain/sla/create-contract.server";
import { createPolicy } from "~/domain/sla/create-policy.server";
import { noticeContracts } from "~/domain/sla/notice-contracts.server";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";
import { castCtx, organizations } from "#tests/support/cast";
import { archivePolicies, HOUR, newestOf, simpleRules, storyTime, targetsOf } from "#tests/support/sla-stories";
import { at, openGiulias, readTicket, waitingJobs } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { moveTicket } from "./move-ticket.server";
import { recomputeClocks } from "./recompute-clocks.server";
import { showContractNotice } from "./show-contract-notice.server";

useDatabase();
const ada = () => castCtx("ada");
const db = () => database().prisma;
let thaw: () => void;
const later = (minutes: number) => {
  thaw();
  thaw = at(minutes);
};
let gold: string;
let standard: string;

beforeEach(async () => {
  thaw = at(0);
  await db().contract.deleteMany();
  await archivePolicies();
  const seconds = { urgent: HOUR, high: HOUR, normal: HOUR, low: HOUR };
  const only = (over: object) => simpleRules({ targets: { resolution: { clock: "wall", seconds } }, ...over });
  const nobody = {
    all: [],
    any: [],
    none: [{ fact: "channel" as const, op: "in" as const, values: ["mail", "portal", "api", "phone"] }],
  };
  const name = () => `${gold ?? ""} ${storyTime(0).getTime()} ${Math.random()}`;
  gold = (await createPolicy(ada(), { name: `Gold ${name()}`, rules: only({ conditions: nobody }) })).policyId;
  standard = (await createPolicy(ada(), { name: `Standard ${name()}`, rules: simpleRules() })).policyId;
});
afterEach(() => thaw());

const form = (over: object = {}) =>
  contractForm.parse({
    number: "C-GOLD",
    name: "Gold care",
    startsOn: "2026-01-01",
    endsOn: "2026-11-20",
    timeZone: "Europe/Rome",
    policyId: gold,
    organizationIds: [organizations.marchetti.id],
    ...over,
  });
const policyOf = async (ticketId: string) => {
  const { policyVersionId } = await newestOf(ticketId, "resolution");
  return (await db().slaPolicyVersion.findUniqueOrThrow({ where: { id: policyVersionId } })).policyId;
};
const banners = async (ticketId: string) =>
  (await db().ticketBanner.findMany({ where: { ticketId }, select: { code: true } })).map(({ code }) => code);
/** What the worker does when the notices are due. */
async function theContractEnds() {
  await noticeContracts(systemCtx());
  const ended = await db().event.findMany({ where: { type: "contract.notice" } });
  for (const { id } of ended) await showContractNotice(systemCtx(), id);
  expect(await waitingJobs("tickets.recompute-clocks")).toHaveLength(1);
  await recomputeClocks(systemCtx());
}

test("when a contract ends, open tickets and new ones go by the default policy, and say so", async () => {
  await createContract(ada(), form());
  const { ticketId, number } = await openGiulias();
  expect(await policyOf(ticketId)).toBe(gold);
  // Pauses, so that the hour of the contract's policy is not over before the contract is.
  await moveTicket(castCtx("sara"), number, { to: "waiting_customer" });
  later(24 * 60);
  await theContractEnds();
  expect(await policyOf(ticketId)).toBe(standard);
  expect(await banners(ticketId)).toEqual(["contract_ended"]);
  expect((await targetsOf(ticketId, "first_reply"))[0]).toMatchObject({ metAt: null, cancelledAt: null });

  const after = await openGiulias();
  expect(await policyOf(after.ticketId)).toBe(standard);
  expect(await readTicket(after.ticketId)).toMatchObject({ contractId: null });
  expect(await banners(after.ticketId)).toEqual(["contract_ended"]);
});

test("a command that comes before the notice falls back as well, and a breached cycle keeps the contract's version", async () => {
  await createContract(ada(), form());
  const { ticketId } = await openGiulias();
  const over = await openGiulias();
  const { number: paused, ticketId: pausedId } = await openGiulias();
  await moveTicket(castCtx("sara"), paused, { to: "waiting_customer" });
  later(24 * 60);
  await moveTicket(castCtx("sara"), paused, { to: "open" });
  expect(await policyOf(pausedId)).toBe(standard);
  await theContractEnds();
  for (const id of [ticketId, over.ticketId]) {
    expect(await policyOf(id)).toBe(gold);
    expect(await newestOf(id, "resolution")).toMatchObject({ breachedAt: storyTime(60) });
  }
});

test("a contract with nothing left keeps its own policy, whoever is told; a longer period brings it back", async () => {
  const empty = { unit: "tickets", entitled: 1 };
  const { contractId } = await createContract(ada(), form(empty));
  await openGiulias();
  const { ticketId, number } = await openGiulias();
  expect(await banners(ticketId)).toEqual(["contract_empty"]);
  expect(await policyOf(ticketId)).toBe(gold);
  await moveTicket(castCtx("sara"), number, { to: "waiting_customer" });
  later(24 * 60);
  await theContractEnds();
  expect(await policyOf(ticketId)).toBe(standard);
  await changeContract(ada(), contractId, 1, form({ ...empty, endsOn: "2027-11-20" }));
  await recomputeClocks(systemCtx());
  expect(await policyOf(ticketId)).toBe(gold);
});
