/** `{{ticket.number}}`, spaces inside allowed. */
const VARIABLE = /\{\{\s*([a-z][\w.]*)\s*\}\}/gi;

/** Names of the variables in a text, once each, in order. */
export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name)),
];

/** The text with its variables in place. A variable without a value becomes nothing; an unknown name stays as written. */
export const fillWords = (text: string, values: Readonly<Record<string, string | null | undefined>>): string =>
  text.replace(VARIABLE, (written, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : written));

/** As `fillWords`; a line with variables of which none has a value is left out, and so is the space around it. */
export function fillLines(text: string, values: Readonly<Record<string, string | null | undefined>>): string {
  const said = text.split(/\r\n?|\n/).flatMap((line) => {
    const names = variablesIn(line).filter((name) => Object.hasOwn(values, name));
    return names.length && names.every((name) => !values[name]) ? [] : [fillWords(line, values)];
  });
  return said
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const WRITTEN = /\{\{([^{}\n]*)(\}\})?/g;

/** The first thing in double braces that is none of the known variables, as written; null when all are known. */
export function unknownVariable(text: string, known: readonly string[]): string | null {
  for (const [written, name = "", end] of text.matchAll(WRITTEN))
    if (!end || !known.includes(name.trim())) return written.slice(0, 60);
  return null;
}
