import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import { type CastName, castCtx } from "#tests/support/cast";
import { answerOf, routeArgs, signInAs } from "#tests/support/requests";
import { openGiulias } from "#tests/support/ticket-stories";
import { useDatabase } from "#tests/support/use-database";
import { deleteTicket } from "~/domain/tickets/delete-ticket.server";
import type { Policy } from "~/http/route.server";
import { newId } from "~/lib/id";
import { database } from "~/platform/db.server";
import routes from "~/routes";

// A ticket that somebody may not see answers, to the letter, like one that does not exist.

useDatabase();

type Guarded = ((args: ReturnType<typeof routeArgs>) => Promise<unknown>) & { policy?: Policy };
type Module = { loader?: Guarded; action?: Guarded };
const modules = import.meta.glob<Module>(["/app/{portal,desk,endpoints}/**/*.{ts,tsx}", "!**/*.test.*"]);

function flatten(entries: readonly RouteConfigEntry[], above = ""): { path: string; file: string }[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ""].filter(Boolean).join("/");
    return [{ path: `/${path}`, file: entry.file }, ...flatten(entry.children ?? [], path)];
  });
}

const ofTickets = flatten(await routes).filter(({ path }) => path.includes(":number") && !path.startsWith("/api/"));
const NOWHERE = 987_654;
let hidden: { number: number; ticketId: string };
let binned: number;
const cookies = new Map<CastName, string>();

beforeAll(async () => {
  hidden = await openGiulias();
  const second = await openGiulias({ subject: "Deleted" });
  await deleteTicket(castCtx("sara"), second.number);
  binned = second.number;
  for (const name of ["giulia", "hana", "marco"] as const) cookies.set(name, await signInAs(name));
});

/** Enough of every form for each act to get as far as its ticket. */
const typed = (): Record<string, string> => ({
  formId: newId(),
  text: "Let me in",
  kind: "note",
  mode: "wait",
  to: "solved",
  priority: "urgent",
  email: "eve@evil.example",
  address: "eve@evil.example",
  cc: "eve@evil.example",
  into: "1",
  on: "1",
  follow: "yes",
  tab: newId(),
  typing: "1",
  seenAt: new Date().toISOString(),
});

async function ask(file: string, path: string, number: number, as: CastName, method: "GET" | "POST") {
  const module = await modules[`/app/${file}`]!();
  const handler = method === "GET" ? module.loader : module.action;
  if (!handler) return null;
  const params = Object.fromEntries(
    [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [
      name,
      name === "number" ? String(number) : "00000000-0000-7000-8000-00000000ffff",
    ]),
  );
  const url = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");
  const body = method === "POST" ? new URLSearchParams(typed()) : undefined;
  const { status, location, value } = await answerOf(() =>
    handler(routeArgs(url, { cookie: cookies.get(as), params, method, body })),
  );
  const text = value instanceof Response ? await value.text() : JSON.stringify((value as { data?: unknown })?.data);
  const same = (said: string | null | undefined) =>
    said?.replaceAll(String(number), "N").replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, "…");
  return { status, location: same(location), text: same(text) };
}

const stored = () =>
  database().prisma.$queryRaw`
    select (select count(*) from event) as events, (select count(*) from message) as messages,
      (select count(*) from ticket_participant) as participants, (select count(*) from draft) as drafts,
      (select count(*) from outbound_mail) as mails,
      (select string_agg(t::text, '|' order by t.id) from ticket t) as tickets`;

describe.each(ofTickets)("$path ($file)", ({ path, file }) => {
  test.each(["GET", "POST"] as const)("%s", async (method) => {
    const before = await stored();
    const strangers: [CastName, number][] = [
      ["hana", hidden.number],
      ["marco", hidden.number],
      ["giulia", binned],
    ];
    for (const [name, number] of strangers) {
      const [there, nowhere] = [
        await ask(file, path, number, name, method),
        await ask(file, path, NOWHERE, name, method),
      ];
      expect({ name, ...there }).toEqual({ name, ...nowhere });
    }
    expect(await stored()).toEqual(before);
  });
});
