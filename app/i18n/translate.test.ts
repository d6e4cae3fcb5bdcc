import { expect, test } from "vitest";
import { translate } from "./translate";

const ru = {
  "x:n_one": "{{count}} заявка",
  "x:n_few": "{{count}} заявки",
  "x:n_many": "{{count}} заявок",
  "x:n_other": "{{count}} заявки",
  "x:hi": "Здравствуйте, {{ name }}!",
};

test.each([
  [1, "1 заявка"],
  [3, "3 заявки"],
  [5, "5 заявок"],
  [21, "21 заявка"],
  [1.5, "1,5 заявки"],
])("plural of %s", (count, text) => expect(translate(ru, "ru", "x:n", { count })).toBe(text));

test("a parameter is text, also when it looks like a placeholder or a pattern", () => {
  expect(translate(ru, "ru", "x:hi", { name: "$& {{name}}" })).toBe("Здравствуйте, $& {{name}}!");
});

test("an unknown key is its own text, an unknown parameter stays visible", () => {
  expect(translate(ru, "ru", "x:none")).toBe("x:none");
  expect(translate(ru, "ru", "x:hi")).toBe("Здравствуйте, {{ name }}!");
});
