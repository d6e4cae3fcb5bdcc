import { expect, it } from "vitest";
import { routeArgs } from "#tests/support/requests";
import { useDatabase } from "#tests/support/use-database";
import { loadPageFacts } from "./page-facts.server";

useDatabase();

/** A request whose session cannot be read: the database is away. */
function unreadable(headers: Record<string, string>) {
  const args = routeArgs("/tickets", { headers });
  args.context.session = Promise.reject(new Error("the database is away"));
  return args;
}

it("says 503 in the reader's language when the frame cannot be read", async () => {
  const answer = (locale: string) => ({ data: { locale }, init: { status: 503 } });
  await expect(loadPageFacts(unreadable({ "accept-language": "ro;q=0.4, ru" }))).rejects.toMatchObject(answer("ru"));
  await expect(loadPageFacts(unreadable({ cookie: "lang=it", "accept-language": "ru" }))).rejects.toMatchObject(
    answer("it"),
  );
});

it("tells a stranger's page the company and nobody's name", async () => {
  const facts = await loadPageFacts(routeArgs("/", { headers: { "accept-language": "it" } }));
  expect(facts).toMatchObject({ half: "portal", locale: "it", person: null, toast: null, maxUploadBytes: 20_000_000 });
});
