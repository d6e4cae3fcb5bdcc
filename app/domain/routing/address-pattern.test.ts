import { expect, test } from "vitest";
import { normaliseQueueAddress } from "./address-pattern";

test.each([
  ["Support@Northwind.example", "support@northwind.example"],
  ["support+Returns@northwind.example", "support+returns@northwind.example"],
  ["*+returns@northwind.example", "*+returns@northwind.example"],
  [" *@Northwind.example ", "*@northwind.example"],
  ["*@bücher.example", "*@xn--bcher-kva.example"],
  ["*", null],
  ["*@", null],
  ["*@*", null],
  ["s*@northwind.example", null],
  ["*+*@northwind.example", null],
  ["*+a b@northwind.example", null],
  ["support+*@northwind.example", null],
  ["support", null],
])("%s is %s", (typed, kept) => expect(normaliseQueueAddress(typed)).toBe(kept));
