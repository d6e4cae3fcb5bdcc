import { expect, it } from "vitest";
import { database } from "~/platform/db.server";
import { useDatabase } from "#tests/support/use-database";
import { readWords } from "../words";
import { Lexicon } from "./lexicon";
import { sqlOf, type Sql } from "./sql";

useDatabase({ cast: false });

it("asks once for words that are wanted side by side, and again after a failure", async () => {
  const base = sqlOf(database().pool);
  let asked = 0;
  let away = true;
  const sql: Sql = {
    query(...question) {
      asked++;
      return away ? Promise.reject(new Error("away")) : base.query(...question);
    },
  };
  const lexicon = new Lexicon(sql);
  const words = readWords("Pumping stations");
  const learnThrice = () => Promise.all(["a", "b", "c"].map(() => lexicon.learn("en", words)));

  await expect(learnThrice()).rejects.toThrow("away");
  expect(asked).toBe(1);

  away = false;
  await learnThrice();
  await lexicon.learn("en", words);
  expect(asked).toBe(2);
  expect(words.map((word) => lexicon.lexemes("en", word))).toEqual([["pump"], ["station"]]);
});
