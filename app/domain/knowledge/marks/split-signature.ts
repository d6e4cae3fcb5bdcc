const MOST_LINES = 8;

const CLOSING =
  /^[ \t]*(?:(?:best|kind|warm)(?:est)? (?:regards|wishes)|regards|yours (?:sincerely|faithfully|truly)|sincerely|many thanks|thanks|thank you|cheers|cordiali saluti|distinti saluti|un cordiale saluto|saluti|grazie|cu (?:stimă|respect|drag)|toate cele bune|mulțumesc|mulțumim|с уважением|с наилучшими пожеланиями|всего доброго|спасибо)[\s,.!]*$/iu;

/**
 * Parts an answer from its signature: what stands behind a known one, behind the separator "-- " (RFC 3676, 4.3), or
 * from a closing line such as "Kind regards," on when no more than eight lines follow.
 */
export function splitSignature(text: string, known: readonly string[]): { body: string; signature: string } {
  const at = Math.min(
    ...[...known.map((each) => lastAt(text, each)), separatorAt(text), closingAt(text)].filter((i) => i >= 0),
  );
  if (!Number.isFinite(at)) return { body: text, signature: "" };
  return { body: text.slice(0, at).trimEnd(), signature: text.slice(at).trim() };
}

function lastAt(text: string, signature: string): number {
  const words = signature.trim();
  return words ? text.lastIndexOf(words) : -1;
}

const separatorAt = (text: string): number => {
  const match = /(?:^|\n)-- ?\n/.exec(text);
  return match ? match.index : -1;
};

function closingAt(text: string): number {
  const lines = text.trimEnd().split("\n");
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - MOST_LINES); i--)
    if (CLOSING.test(lines[i] ?? "")) return lines.slice(0, i).join("\n").length;
  return -1;
}
