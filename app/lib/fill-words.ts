/** `{{ticket.number}}`, spaces inside allowed. */
const VARIABLE = /\{\{\s*([a-z][\w.]*)\s*\}\}/gi;

/** Names of the variables in a text, once each, in order. */
export const variablesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name)),
];

/** The text with its variables in place. A variable without a value becomes nothing; an unknown name stays as written. */
export const fillWords = (text: string, values: Readonly<Record<string, string | null | undefined>>): string =>
  text.replace(VARIABLE, (written, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : written));
