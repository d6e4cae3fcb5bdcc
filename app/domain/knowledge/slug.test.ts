import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_SLUG, SLUG, slugify } from "./slug";

it.each([
  ["Claiming damage in transit", "claiming-damage-in-transit"],
  ["Ce să faceți când țeava e spartă?", "ce-sa-faceti-cand-teava-e-sparta"],
  ["Perché l'acqua è fredda", "perche-lacqua-e-fredda"],
  ["Ёмкость и щётка: объём", "emkost-i-shchetka-obem"],
  ["Straße & Øre", "strasse-ore"],
  ["PX-40 / 7", "px-40-7"],
  ["日本語", ""],
  [" -- ", ""],
])("%s", (words, slug) => expect(slugify(words)).toBe(slug));

it("is an address or nothing, short, and stays what it is", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (words) => {
      const slug = slugify(words);
      expect(slug === "" || SLUG.test(slug)).toBe(true);
      expect(slug.length).toBeLessThanOrEqual(MAX_SLUG);
      expect(slugify(slug)).toBe(slug);
    }),
  ));
