import { describe, expect, test } from "vitest";
import { action as saveCompany } from "~/desk/admin/settings/company";
import { action as saveMoves } from "~/desk/admin/statuses/moves";
import { action as addAddress } from "~/desk/admin/queues/addresses";
import { action as setMembers } from "~/desk/admin/queues/members";
import { action as changeQueue } from "~/desk/admin/queues/show";
import { action as makeType } from "~/desk/admin/request-types/new";
import { loader as listAudit } from "~/desk/admin/audit/list";
import { loader as suggest } from "~/desk/customers/suggestions";
import { action as openTicket } from "~/desk/tickets/new";
import type { Failure } from "~/http/route.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import { cast, type CastName, queues } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";

useDatabase();

type Action = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
type Fields = Record<string, string> | [string, string][] | FormData;

async function post(act: Action, who: CastName, fields: Fields, params: Record<string, string> = {}) {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  const args = routeArgs("/desk", { method: "POST", body, cookie: await signInAs(who), params });
  const { status, location, value } = await answerOf(() => act(args));
  return { status, location, failed: (value as { data?: Failure }).data };
}

describe("a ticket opened for a customer", () => {
  const ask = (formId = newId()) => ({
    formId,
    email: "nina@lakeside.example",
    name: "Nina Falk",
    queueId: queues.repairs.id,
    subject: "Pump rattles",
    text: "She called: the pump rattles since Monday.",
    tags: "phone, pumps",
    kind: "public",
  });

  test("a double click is one ticket, and the customer gets the text", async () => {
    const fields = ask();
    const [one, two] = await Promise.all([post(openTicket, "sara", fields), post(openTicket, "sara", fields)]);
    expect(one.status).toBe(302);
    expect(two.location).toBe(one.location);
    const { prisma } = database();
    const tickets = await prisma.ticket.findMany({
      where: { subject: "Pump rattles" },
      select: { state: true, requester: { select: { name: true } }, tags: { select: { tag: true } }, messages: true },
    });
    expect(tickets).toHaveLength(1);
    expect(tickets[0]).toMatchObject({ state: "waiting_customer", requester: { name: "Nina Falk" } });
    expect(tickets[0]?.tags.map(({ tag }) => tag.name).toSorted()).toEqual(["phone", "pumps"]);
    expect(await prisma.outboundMail.count({ where: { recipient: "nina@lakeside.example" } })).toBe(1);
  });

  test("a note mails nobody", async () => {
    const { status } = await post(openTicket, "sara", {
      ...ask(),
      email: "quiet@lakeside.example",
      subject: "Only for us",
      kind: "note",
    });
    expect(status).toBe(302);
    const { prisma } = database();
    expect(await prisma.ticket.findFirst({ where: { subject: "Only for us" } })).toMatchObject({ state: "new" });
    expect(await prisma.outboundMail.count({ where: { recipient: "quiet@lakeside.example" } })).toBe(0);
  });

  test("a refusal names the fields, keeps what was typed and the files", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...ask(), email: "nobody", cc: "a@b.example, wrong", subject: "" }))
      form.set(name, value);
    form.append("files", new File(["a photo"], "photo.txt", { type: "text/plain" }));
    const { status, failed } = await post(openTicket, "sara", form);
    expect(status).toBe(400);
    expect(Object.keys(failed?.failure.fields ?? {}).toSorted()).toEqual(["cc.1", "email", "subject"]);
    expect(failed?.values).toMatchObject({ text: ask().text, tags: "phone, pumps" });
    expect(failed?.uploads).toMatchObject([{ name: "photo.txt", size: 7 }]);
  });

  test("opened in colleagues' queue it leads back to the own list", async () => {
    const { location } = await post(openTicket, "elena", { ...ask(), queueId: queues.billing.id });
    expect(location).toBe("/desk/tickets");
  });

  test("suggestions are for staff", async () => {
    const at = async (who: CastName) =>
      answerOf(async () => suggest(routeArgs("/desk/customers/suggestions?q=giu", { cookie: await signInAs(who) })));
    expect((await at("giulia")).status).toBe(403);
    expect((await at("sara")).value).toMatchObject({ contacts: [{ address: cast.giulia.email }] });
  });
});

describe("administration", () => {
  const repairs = { queueId: queues.repairs.id };

  test("an unticked box means no, and a taken name is refused at its field", async () => {
    const form = { name: "Repairs", assignment: "round_robin", sendMode: "solve", locale: "it", signature: "Ciao" };
    expect((await post(changeQueue, "ada", form, repairs)).status).toBe(302);
    const where = { id: queues.repairs.id };
    expect(await database().prisma.queue.findUnique({ where })).toMatchObject({ receipt: false, sendMode: "solve" });
    const { status, failed } = await post(changeQueue, "ada", { ...form, name: "Billing" }, repairs);
    expect([status, Object.keys(failed?.failure.fields ?? {})]).toEqual([400, ["name"]]);
    expect(failed?.values.signature).toBe("Ciao");
  });

  test("an address belongs to one queue", async () => {
    const { status, failed } = await post(addAddress, "ada", { address: "Billing@northwind.example" }, repairs);
    expect([status, Object.keys(failed?.failure.fields ?? {})]).toEqual([400, ["address"]]);
    expect((await post(addAddress, "ada", { address: "Pumps@Northwind.example" }, repairs)).status).toBe(302);
    expect(
      await database().prisma.queueAddress.findUnique({ where: { address: "pumps@northwind.example" } }),
    ).toMatchObject({ queueId: queues.repairs.id, primary: false });
  });

  test("members are exactly the ticked, each in the turn or not", async () => {
    const fields: [string, string][] = [
      ["members", cast.sara.id],
      ["members", cast.marco.id],
      ["assignable", cast.marco.id],
      ["assignable", cast.elena.id],
    ];
    expect((await post(setMembers, "ada", fields, repairs)).status).toBe(302);
    const members = await database().prisma.queueMember.findMany({
      where: repairs,
      select: { personId: true, assignable: true },
      orderBy: { personId: "asc" },
    });
    expect(members).toEqual([
      { personId: cast.sara.id, assignable: false },
      { personId: cast.marco.id, assignable: true },
    ]);
  });

  test("a request type needs its English name", async () => {
    const { status, failed } = await post(makeType, "ada", {
      "name.en": " ",
      "name.it": "Ricambi",
      queueId: queues.repairs.id,
      priority: "high",
    });
    expect([status, Object.keys(failed?.failure.fields ?? {})]).toEqual([400, ["name.en"]]);
    expect(failed?.values["name.it"]).toBe("Ricambi");
  });

  test("no state may become a dead end", async () => {
    const { status, failed } = await post(saveMoves, "ada", [
      ["moves", "new open"],
      ["moves", "open nonsense"],
    ]);
    expect(status).toBe(400);
    expect(failed?.values.moves).toBe("new open,open nonsense");
  });

  test("settings can be emptied, and a wrong hue or zone is refused", async () => {
    const form = { name: "Northwind", hours: "", phone: "", email: "", timeZone: "Europe/Rome", brandHue: "260" };
    expect((await post(saveCompany, "ada", { ...form, hours: "Always" })).status).toBe(302);
    expect((await post(saveCompany, "ada", form)).status).toBe(302);
    const saved = await database().prisma.setting.findUnique({ where: { key: "company" } });
    expect(saved?.value).toMatchObject({ hours: "", brandHue: 260 });
    const { failed } = await post(saveCompany, "ada", { ...form, brandHue: "361", timeZone: "Mars/Base", email: "x" });
    expect(Object.keys(failed?.failure.fields ?? {}).toSorted()).toEqual(["brandHue", "email", "timeZone"]);
  });

  test("all of it is in the audit log, with names", async () => {
    const cookie = await signInAs("ada");
    const { value } = await answerOf(() => listAudit(routeArgs("/desk/admin/audit?type=queue.changed", { cookie })));
    const { page, names } = value as Awaited<ReturnType<typeof listAudit>> & object;
    expect(page.rows[0]).toMatchObject({ type: "queue.changed", actorName: cast.ada.name });
    expect(names[queues.repairs.id]).toBe("Repairs");
  });
});
