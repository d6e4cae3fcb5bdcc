import { describe, expect, it } from "vitest";
import { readLine, readLines, UnreadableLine } from "./read-lines";

describe("readLine", () => {
  it.each([
    ["nope", "line 7: no JSON"],
    ["[1]", "line 7: no JSON object"],
    ['{"doc":[1]}', 'line 7: neither "doc" nor "query"'],
    ['{"doc":{"locale":"en"}}', "line 7: an id is no text"],
    ['{"doc":{"id":"a","locale":"de"}}', 'line 7: the language "de" is none of en, it, ro, ru'],
    ['{"query":"x","locale":"en"}', 'line 7: "relevant" is no list'],
    ['{"query":"x","relevant":"a"}', 'line 7: "relevant" is no list'],
    ['{"query":"x","relevant":[null]}', "line 7: an id is no text"],
  ])("says of %s what is wrong", (line, message) => {
    expect(() => readLine(line, 7)).toThrow(UnreadableLine);
    expect(() => readLine(line, 7)).toThrow(message);
  });

  it.each([
    ["как вернуть деньги", "ru"],
    ["come si cambia la password", "it"],
    ["unde este comanda mea", "ro"],
    ["where is my order", "en"],
    ["E-17", null],
  ])("tells the language of %s where none is named", (query, locale) =>
    expect(readLine(JSON.stringify({ query, relevant: [] }), 1)).toMatchObject({ query: { locale } }),
  );
});

describe("readLines", () => {
  it("takes any order, empty lines, more fields, numbers as ids and missing texts", () => {
    const text =
      '\ufeff{"query":"x","locale":"it-IT","relevant":[1],"kind":"word"}\r\n\r\n{"doc":{"id":1,"locale":"RO","body":null},"n":2}\n';
    expect(readLines(text)).toEqual({
      documents: [{ id: "1", locale: "ro", title: "", body: "" }],
      queries: [{ query: "x", locale: "it", relevant: ["1"] }],
    });
  });
});
