import { beforeAll, describe, expect, test } from "vitest";
import { cast, castCtx } from "#tests/support/cast";
import { routeArgs, signInAs } from "#tests/support/requests";
import { openGiulias } from "#tests/support/ticket-stories";
import { catchUp } from "#tests/support/searching";
import { countStatements } from "#tests/support/statements";
import { useDatabase } from "#tests/support/use-database";
import type { Suggestions } from "~/components/ui/suggestions";
import { loader as synonymsPage } from "~/desk/admin/search/synonyms";
import { loader as deskPage } from "~/desk/search/show";
import { loader as deskSuggestions } from "~/desk/search/suggestions";
import { loader as opened } from "~/portal/search/opened";
import { loader as portalPage } from "~/portal/search/show";
import { loader as portalSuggestions } from "~/portal/search/suggestions";
import { checkIndexes } from "~/domain/search/check-indexes.server";
import { reindex } from "~/domain/search/reindex.server";
import { addNote } from "~/domain/tickets/add-note.server";
import { saveSynonym } from "~/domain/search/save-synonym.server";
import { projections } from "~/jobs/search-projections";
import { systemCtx } from "~/platform/ctx.server";
import { database } from "~/platform/db.server";

useDatabase();

const SUBJECT = "Zwickelpumpe leaks at the flange";
const cookies: Record<string, string> = {};
let ticket: { ticketId: string; number: number };

beforeAll(async () => {
  for (const name of ["giulia", "hana", "sara", "marco"] as const) cookies[name] = await signInAs(name);
  ticket = await openGiulias({ subject: SUBJECT });
  await addNote(castCtx("sara"), ticket.number, { text: "The wobbegong was wrong.", files: [] });
  await checkIndexes(systemCtx(), projections);
  await reindex(systemCtx(), "postgres", projections);
});

type Visitor = keyof typeof cookies | "guest";

async function suggested(who: Visitor, q: string, desk = false, at = q.length): Promise<Suggestions> {
  const path = `${desk ? "/desk" : ""}/search/suggestions?${new URLSearchParams({ q, at: String(at) })}`;
  const args = routeArgs(path, who === "guest" ? {} : { cookie: cookies[who] });
  const answer = await (desk ? deskSuggestions(args) : portalSuggestions(args));
  return (answer as Response).json() as Promise<Suggestions>;
}
const hrefs = ({ groups }: Suggestions) => groups.flatMap(({ items }) => items.flatMap(({ href }) => href ?? []));
const values = ({ groups }: Suggestions) => groups.flatMap(({ items }) => items.flatMap(({ value }) => value ?? []));
const onDesk = async (q: string, who = "sara") =>
  deskPage(routeArgs(`/desk/search?${new URLSearchParams({ q })}`, { cookie: cookies[who] }));
const foundOnDesk = async (q: string, who?: string) =>
  (await onDesk(q, who)).found?.groups.flatMap(({ rows }) => rows.map(({ href }) => href)) ?? [];

describe("the portal's field", () => {
  test("shows customers their own tickets, strangers and other customers none", async () => {
    expect(hrefs(await suggested("giulia", "zwickel"))).toContain(`/tickets/${ticket.number}`);
    for (const who of ["guest", "hana"] as const) {
      expect(hrefs(await suggested(who, "zwickel")).filter((href) => href.includes("ticket"))).toEqual([]);
      const page = await portalPage(
        routeArgs("/search?q=zwickelpumpe", who === "guest" ? {} : { cookie: cookies[who] }),
      );
      expect(page.answer?.count).toBe(0);
    }
  });

  test("finds no customer an internal note", async () => {
    expect(hrefs(await suggested("giulia", "wobbegong")).filter((href) => href.startsWith("/tickets"))).toEqual([]);
    const page = await portalPage(routeArgs("/search?q=wobbegong&kind=ticket", { cookie: cookies.giulia }));
    expect(page.answer?.count).toBe(0);
  });

  test("a page of the help centre hands its language on, once", async () => {
    const answer = await portalPage(routeArgs("/search?q=pompa&lang=it")).catch((thrown: unknown) => thrown);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get("location")).toBe("/search?q=pompa");
    expect((answer as Response).headers.get("set-cookie")).toMatch(/^lang=it/);
  });
});

describe("the desk's field", () => {
  test("what the index still names and the agent may no longer see is not shown", async () => {
    expect(await foundOnDesk("zwickelpumpe")).toEqual([`/desk/tickets/${ticket.number}`]);
    expect(await foundOnDesk("zwickelpumpe", "marco")).toEqual([]);
    await database().prisma.ticket.update({ where: { id: ticket.ticketId }, data: { deletedAt: new Date() } });
    expect(await foundOnDesk("zwickelpumpe")).toEqual([]);
    await database().prisma.ticket.update({ where: { id: ticket.ticketId }, data: { deletedAt: null } });
  });

  test.each([
    ["wobbegong", true],
    ["zwickelpumpe is:open queue:repairs", true],
    ["zwickelpumpe -queue:repairs", false],
    [`zwickelpumpe from:${cast.giulia.email}`, true],
    ["zwickelpumpe from:giulia", true],
    ["zwickelpumpe from:hana", false],
    ["zwickelpumpe is:closed", false],
    ["zwickelpumpe to:none", true],
    ["zwickelpumpe is:mine", false],
    ['zwickelpumpe org:"Marchetti Impianti"', true],
    ["zwickelpumpe in:articles", false],
    ["zwickelpumpe after:2000-01-01", true],
    ["zwickelpumpe before:2000-01-01", false],
    ["zwickelpumpe -before:2000-01-01", true],
  ])("%s: %s", async (q, found) => {
    expect((await foundOnDesk(q)).includes(`/desk/tickets/${ticket.number}`)).toBe(found);
  });

  test.each(["?!", "“”", "x".repeat(65), `${"0f".repeat(40)} …`])("what holds no word finds nothing: %s", async (q) => {
    expect((await onDesk(q)).found?.count).toBe(0);
    expect((await onDesk(`${q} is:open`)).found?.count).toBe(0);
    expect((await portalPage(routeArgs(`/search?${new URLSearchParams({ q })}`, { cookie: cookies.giulia }))).answer).toMatchObject({ count: 0 }); // prettier-ignore
    expect(hrefs(await suggested("giulia", q)).filter((href) => !href.startsWith("/search"))).toEqual([]);
    expect((await onDesk("is:open")).found?.count).toBeGreaterThan(0);
  });

  test("values that nothing has are said, and find nothing", async () => {
    const { found } = await onDesk("zwickelpumpe queue:nowhere tag:nothing");
    expect(found).toMatchObject({ unknown: ["queue:nowhere", "tag:nothing"], misread: [], count: 0 });
    const misread = (await onDesk("zwickelpumpe before:tuesdayy is:blah")).found;
    expect(misread).toMatchObject({ unknown: [], count: 0 });
    expect(misread?.misread.map((text) => text.split(" ")[0])).toEqual(["before:tuesdayy", "is:blah"]);
    expect(misread?.misread[0]).toContain("2026-11-01, today, yesterday, 7d");
  });

  test("completes names and values at the caret", async () => {
    expect(values(await suggested("sara", "zwickel qu", true))).toContain("zwickel queue:");
    expect(values(await suggested("sara", "queue:rep zwickel", true, 9))).toEqual(["queue:Repairs zwickel"]);
    expect(values(await suggested("sara", "is:un", true))).toEqual(["is:unassigned "]);
    expect(values(await suggested("sara", "from:giu", true))).toContain(`from:${cast.giulia.email} `);
  });
});

test("the way to a result leads only to this site, and is noted for who searched", async () => {
  const { intentionId } = await portalPage(routeArgs("/search?q=zwickelpumpe", { cookie: cookies.giulia }));
  expect(intentionId).not.toBeNull();
  const params = { intentionId: intentionId ?? "", document: `ticket:${ticket.ticketId}` };
  const go = async (to: string, who = "giulia") => {
    const path = `/search/opened/${params.intentionId}/${params.document}?to=${encodeURIComponent(to)}`;
    const answer = await opened(routeArgs(path, { cookie: cookies[who], params }));
    return answer.headers.get("location");
  };
  const row = () => database().prisma.searchIntention.findUniqueOrThrow({ where: { id: params.intentionId } });
  expect(await go("https://elsewhere.example/")).toBe("/");
  await database().prisma.searchIntention.update({ where: { id: params.intentionId }, data: { opened: null } });
  await go("/tickets/1", "hana");
  expect((await row()).opened).toBeNull();
  expect(await go(`/tickets/${ticket.number}`)).toBe(`/tickets/${ticket.number}`);
  expect((await row()).opened).toBe(params.document);
});

describe("the pages ask no more statements", () => {
  test("for many results than for one", async () => {
    const q = "quagmirepump";
    const pages = {
      desk: () => onDesk(q),
      portal: () => portalPage(routeArgs(`/search?q=${q}`, { cookie: cookies.giulia })),
      "the desk's suggestions": () => suggested("sara", q, true),
      "the portal's suggestions": () => suggested("giulia", q),
    };
    const count = async () => {
      const counted: Record<string, number> = {};
      for (const [name, load] of Object.entries(pages)) {
        await load(); // what the log remembers of a search is there the second time
        counted[name] = await countStatements(load);
      }
      return counted;
    };
    const open = async (n: number) => {
      for (let i = 0; i < n; i++) await openGiulias({ subject: `${q} number ${i}` });
      await catchUp();
    };
    await open(1);
    const one = await count();
    await open(15);
    expect((await onDesk(q)).found?.groups.find(({ scope }) => scope === "tickets")?.total.count).toBe(16);
    const many = await count();
    expect(many).toEqual(one);
  });

  test("for many groups of synonyms than for one", async () => {
    const cookie = await signInAs("ada");
    const load = () => synonymsPage(routeArgs("/desk/admin/search/synonyms", { cookie }));
    await saveSynonym(castCtx("ada"), { locale: "en", words: ["pump", "impeller"] });
    await load();
    const one = await countStatements(load);
    for (let i = 0; i < 30; i++) await saveSynonym(castCtx("ada"), { locale: "en", words: [`a${i}`, `b${i}`] });
    expect(await countStatements(load)).toBe(one);
    expect((await load()).page).toMatchObject({ rows: { length: 25 }, next: expect.any(String), previous: null });
  });
});
