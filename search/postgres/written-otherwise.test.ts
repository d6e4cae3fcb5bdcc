import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { documentOf } from "../conformance/corpus";
import type { SearchDocument } from "../document";
import { openPostgresIndex, type PostgresIndex } from "./open-index";
import { sqlOf } from "./sql";

useDatabase({ cast: false });

let engine: PostgresIndex;

const texts: [string, SearchDocument["locale"], string, string][] = [
  ["code", "en", "Error E-17", "The sensor does not answer."],
  ["hours", "en", "Opening hours", "Daily until 17:00, in June 17 days."],
  ["backup", "en", "Make a backup", "Choose what is kept."],
  ["back", "en", "Go back to an older plan", "It is up to you."],
  ["bike", "it", "Portare la bicicletta", "Nei treni serve un biglietto."],
  ["bici", "ro", "Transportul bicicletei", "Bicicleta are nevoie de bilet."],
  ["smoke", "ru", "Еда и курение", "Курение запрещено."],
  ["ticket", "ru", "Билеты", "Билет продаётся в автомате."],
  ["night", "en", "Lines of the night", "A bus every half hour."],
  ["sleep", "it", "Prima dell'anestesia", "Niente cibo."],
  ["shots", "it", "Vaccinazioni", "Dal lunedì al venerdì."],
  ["slack", "en", "Messages in Slack", "A channel for each queue."],
  ["invite", "ru", "Приглашение коллег", "Срок семь дней."],
  ["prices", "en", "What it costs", "A price for everybody."],
  ["much", "en", "Much to do", "And little else."],
  ["cash", "en", "Buying a pump", "Cash machine, at the office."],
  ["machine", "en", "The cash machine", "It stands outside."],
];

beforeAll(async () => {
  engine = openPostgresIndex(sqlOf(database().pool), { name: `t_${randomBytes(4).toString("hex")}` });
  const rebuild = await engine.rebuild();
  await rebuild.put(
    texts.map(([group, locale, title, body]) =>
      documentOf({
        kind: "article",
        id: `article:${group}:${locale}`,
        group,
        locale,
        title,
        body,
        audience: ["public"],
      }),
    ),
  );
  await rebuild.swap();
}, 60_000);
afterAll(() => engine.destroy());

const find = async (text: string, locale: SearchDocument["locale"]) => {
  const { hits } = await engine.search({ text, locale, kinds: ["article"], principals: ["public"], limit: 10 });
  return hits.map(({ group }) => group);
};

it.each([
  ["a code is not its number alone", "e-17", "en", ["code"]],
  ["nor within quotes", '"E-17"', "en", ["code"]],
  ["excluded it takes its number along nowhere", "daily -e-17", "en", ["hours"]],
  ["a code that nothing has is found by its number", "x17", "en", ["code", "hours"]],
  ["a word written in two is found, before its halves", "back up", "en", ["backup", "back"]],
  ["two words written in one are found apart", "nightbus", "en", ["night"]],
  ["a word of the same family is found", "курить", "ru", ["smoke"]],
  ["a word of the same family with another sound is found", "пригласить", "ru", ["invite"]],
  ["a way to ask is known and not sought", "price", "en", ["prices"]],
  ["and asks for what it means", "how much", "en", ["prices", "much"]],
  ["another name of two words is found, in the title first", "atm", "en", ["machine", "cash"]],
  ["a slip in another form of a word is one", "vacino", "it", ["shots"]],
  ["another keyboard is recognised", "rehtybt", "ru", ["smoke"]],
  ["so are Russian in Latin letters", "kureniye", "ru", ["smoke"]],
  ["and a name in Cyrillic ones", "слак", "ru", ["slack"]],
  ["the known part of an unknown word is found", "microsensor", "en", ["code"]],
  ["a slip that is a word elsewhere is one here", "bicicleta", "it", ["bike", "bici"]],
] as const)("%s", async (_, text, locale, groups) => expect(await find(text, locale)).toEqual(groups));

it("forgives two slips in a word that may still be growing", async () => {
  const request = {
    text: "anasthesia",
    locale: "it",
    kinds: ["article"],
    principals: ["public"],
    prefix: true,
  } as const;
  const { hits, corrected } = await engine.search({ ...request, limit: 10 });
  expect(hits.map(({ group }) => group)).toEqual(["sleep"]);
  expect(corrected).toEqual([{ from: "anasthesia", to: "anestesia" }]);
});
