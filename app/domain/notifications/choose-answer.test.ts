import { expect, test } from "vitest";
import { type AnswerFacts, chooseAnswer } from "./choose-answer";

const facts: AnswerFacts = { ruled: null, address: null, receipt: true, previous: null, closed: false };
const template = { answer: "template", textId: "text" };

test.each<[string, Partial<AnswerFacts>, unknown]>([
  ["the queue sends its receipt", {}, [{ key: "receipt" }]],
  ["out of hours it says so instead", { closed: true }, [{ key: "out_of_hours" }]],
  ["a queue without receipts says nothing, open or closed", { receipt: false, closed: true }, []],
  ["an address follows its queue", { address: { answer: "queue", textId: null } }, [{ key: "receipt" }]],
  ["an address may say nothing", { address: { answer: "none", textId: null } }, []],
  [
    "an address's text comes first, also out of hours",
    { address: template, closed: true },
    [{ own: "text" }, { key: "out_of_hours" }],
  ],
  ["and where the queue sends no receipts", { address: template, receipt: false }, [{ own: "text" }]],
  [
    "a rule's text comes before the address's",
    { ruled: "rule", address: template },
    [{ own: "rule" }, { own: "text" }, { key: "receipt" }],
  ],
  ["a rule may say nothing", { ruled: "none", address: template, previous: 7 }, []],
  [
    "who wrote to a closed ticket is told, whatever the switches",
    { previous: 7, receipt: false, address: { answer: "none", textId: null } },
    [{ key: "follow_up" }],
  ],
])("%s", (_what, over, answers) => expect(chooseAnswer({ ...facts, ...over })).toEqual(answers));
