import { expect, test } from "vitest";
import { LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { listCommands } from "./list-commands";
import { type OpenTicket, ticketCommands } from "./ticket-commands";

const t = translator("en");
const ticket: OpenTicket = {
  number: 10001,
  state: "open",
  priority: "normal",
  following: false,
  assignee: null,
  deletedAt: null,
  timing: null,
  allowed: { moves: ["waiting_customer", "snoozed", "solved"], reply: true, delete: true, merge: true, unmerge: false },
};
const idsOf = (over: Partial<OpenTicket>, me = "me") =>
  ticketCommands(t, { ...ticket, ...over }, me).map(({ id }) => id);
const facts = { me: "me", administrator: false, queues: [], ticket: null, recent: [], found: undefined };

test("an open ticket can be answered, taken, moved, put aside, weighed, merged, routed and timed", () => {
  expect(idsOf({}).join(" ")).toBe(
    "reply note take move-waiting_customer move-solved " +
      "snooze-hours4 snooze-tomorrow snooze-monday snooze-week " +
      "priority-urgent priority-high priority-low edit merge route-again timer follow unread",
  );
});

test("what is done already, or may not be done, is not offered", () => {
  expect(idsOf({ assignee: { id: "me" } })).not.toContain("take");
  const guest = { moves: [], reply: false, delete: false, merge: false, unmerge: false };
  expect(idsOf({ allowed: guest })).toEqual(["timer", "follow", "unread"]);
  expect(idsOf({ state: "closed", allowed: { ...guest, unmerge: true } })).toContain("unmerge");
  expect(idsOf({ deletedAt: new Date() })).toEqual(["restore"]);
  expect(ticketCommands(t, null, "me")).toEqual([]);
});

test.each(LOCALES)("every act has words in %s", (locale) => {
  const all = ticketCommands(translator(locale), { ...ticket, allowed: { ...ticket.allowed, unmerge: true } }, "me");
  expect(all.filter(({ label }) => !label || /[a-z]+:[a-z]/.test(label) || label.includes("{{"))).toEqual([]);
});

test("a number is that ticket first; one out of sight is none", () => {
  const pump = { number: 10482, subject: "Pump", state: "open" } as const;
  const first = (over: object) => listCommands(t, "#10482", { ...facts, ...over })[0]?.commands[0];
  expect(first({})).toMatchObject({ label: "Go to ticket #10482", href: "/desk/tickets/10482" });
  expect(first({ found: pump })).toMatchObject({ label: "#10482 Pump" });
  expect(first({ recent: [pump] })).toMatchObject({ label: "#10482 Pump" });
  expect(listCommands(t, "#10482", { ...facts, found: null })).toEqual([]);
});

test("what is typed can be searched for, after every command; nothing typed and a ticket's number cannot", () => {
  const last = (query: string) => listCommands(t, query, facts).at(-1);
  expect(last(" Pump & leak ")).toMatchObject({
    group: "search",
    commands: [{ label: "All results for “Pump & leak”", href: "/desk/search?q=Pump+%26+leak" }],
  });
  expect(listCommands(t, "bin", facts)[0]?.group).toBe("work");
  for (const query of ["bin", "10482"]) expect(last(query)?.group).toBe("search");
  for (const query of ["", "  ", "#10482"]) expect(last(query)?.group).not.toBe("search");
});

test("ids are one of a kind whatever is listed", () => {
  const recent = [10001, 10002].map((number) => ({ number, subject: "Pump", state: "open" as const }));
  for (const query of ["", "1", "10002"]) {
    const ids = listCommands(t, query, { ...facts, administrator: true, ticket, recent }).flatMap(({ commands }) =>
      commands.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(ids.length);
  }
});
