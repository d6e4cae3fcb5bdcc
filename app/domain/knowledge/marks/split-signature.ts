const MOST_LINES = 8;

const CLOSING =
  /^[ \t]*(?:(?:best|kind|kindest|warm)(?:est)? (?:regards|wishes)|all the best|best|regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|cordiali saluti|distinti saluti|(?:con i )?(?:migliori|più cordiali) saluti|cordialmente|un cordiale saluto|un saluto|saluti|cu (?:stimă|respect|drag|considerație|deosebită considerație)|toate cele bune|o zi bună|с уважением|с наилучшими пожеланиями|всего (?:доброго|хорошего)|хорошего дня)[\s,.!–—-]*(.*)$/iu;
/** Words of thanks may also begin an answer: they close one where nothing but a signature follows. */
const THANKS =
  /^[ \t]*(?:many thanks|thanks(?: again)?|thank you|cheers|grazie(?: mille)?|buona giornata|mulțumesc|mulțumim|(?:большое )?спасибо)[\s,.!–—-]*(.*)$/iu;
/** The name on the line of the closing words: "Kind regards, Anna Smith". */
const NAMES = /^(?:\p{Lu}[\p{L}.'’-]*(?:[ ,]+|$)){1,6}$/u;
const SENTENCE = /[.!?:;]$|^\s*(?:[-*•]|\d+[.)])\s|^\s*\p{Ll}/u;
const LONGEST_LINE = 60;

/**
 * Parts an answer from its signature: what stands behind a known one, behind the separator "-- " (RFC 3676, 4.3), or
 * from a closing line such as "Kind regards," on when no more than eight lines follow. Nothing but a signature is taken for
 * an answer: a subject that says "Thanks" stays.
 */
export function splitSignature(text: string, known: readonly string[]): { body: string; signature: string } {
  const at = Math.min(
    ...[...known.map((each) => lastAt(text, each)), separatorAt(text), closingAt(text)].filter((i) => i >= 0),
  );
  if (!text.slice(0, at).trim() || !Number.isFinite(at)) return { body: text, signature: "" };
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
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - MOST_LINES); i--) {
    const line = lines[i] ?? "";
    const behind = CLOSING.exec(line)?.[1] ?? (isSignature(lines.slice(i + 1)) ? THANKS.exec(line)?.[1] : undefined);
    if (behind === "" || (behind && NAMES.test(behind.trim()))) return lines.slice(0, i).join("\n").length;
  }
  return -1;
}

const isSignature = (lines: readonly string[]): boolean =>
  lines.every((line) => line.length <= LONGEST_LINE && !SENTENCE.test(line.trimEnd()));
