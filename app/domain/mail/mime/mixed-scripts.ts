import { domainToUnicode } from "node:url";

const SCRIPTS =
  "Latin Cyrillic Greek Armenian Georgian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam Sinhala Thai Lao Khmer Myanmar Tibetan Ethiopic Cherokee Hangul Hiragana Katakana Bopomofo Han"
    .split(" ")
    .map((name) => ({ name, pattern: new RegExp(`\\p{Script=${name}}`, "u") }));

/** Writing systems that use several scripts side by side, with Latin among them (UTS 39, highly restrictive). */
const TOGETHER = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];

/** Letters that are read as Latin ones: a label of these alone passes for a Latin word. */
const LOOKALIKES = new Map([
  ["Cyrillic", /^[асеорхуіјѕһԁԛԝѵӏкԍғўёїӓӧ]+$/u],
  ["Greek", /^[ονρικυχγαωητόίάύϊϋϲϳ]+$/u],
  ["Armenian", /^[օոսհցզքյլւ]+$/u],
]);
// Phonetic letters are Latin by their property and drawn like the ordinary ones: ɑ, ɡ, ɩ.
const PHONETIC = /[\u0250-\u02af\u1d00-\u1dbf]/u;

/**
 * The scripts that a sender's domain mixes, like "Latin+Cyrillic": in one label, or by a label whose letters all pass for
 * Latin ones beside a Latin end of the domain. Punycode is decoded. Null for an honest domain of any one script.
 */
export function mixedScripts(address: string): string | null {
  const written = address
    .slice(address.lastIndexOf("@") + 1)
    .slice(0, 255)
    .toLowerCase();
  const domain = (domainToUnicode(written) || written).normalize("NFC");
  const labels = domain.split(".").filter((label) => label !== "");
  const end = scriptsOf(labels.at(-1) ?? "");
  for (const label of labels) {
    const scripts = scriptsOf(label);
    if (scripts.length > 1 && !TOGETHER.some((set) => scripts.every((script) => set.includes(script)))) {
      return scripts.join("+");
    }
    if (PHONETIC.test(label)) return "Latin+IPA";
    const [script = ""] = scripts;
    const letters = label.replace(/[^\p{L}]/gu, "");
    if (end[0] === "Latin" && LOOKALIKES.get(script)?.test(letters)) return `Latin+${script}`;
  }
  return null;
}

/** In the order of SCRIPTS, Latin first; digits, hyphens and marks belong to none. */
const scriptsOf = (label: string): string[] =>
  SCRIPTS.filter(({ pattern }) => pattern.test(label)).map(({ name }) => name);
