import { decodeHeaderText } from "./encoded-words";
import { mailLimits } from "./limits";

/** Message ids of a header value, each as "<left@right>" without white space or comments, in order, once each. */
export function parseMessageIds(raw: string): string[] {
  const text = decodeHeaderText(raw);
  const ids = new Set<string>();
  for (const match of text.matchAll(/<([^<>]*)>/g)) add(ids, match[1] ?? "");
  if (ids.size === 0) for (const word of text.split(/[\s,]+/)) if (/^[^<>@"]+@[^<>@"]+$/.test(word)) add(ids, word);
  const all = [...ids];
  const max = mailLimits.references;
  // The first ids name the thread, the last ones the message answered.
  return all.length <= max ? all : [...all.slice(0, max / 2), ...all.slice(-max / 2)];
}

function add(ids: Set<string>, content: string): void {
  const id = content.replace(/\([^()]*\)/g, "").replace(/[\s\p{Cc}]+/gu, "");
  if (id !== "" && id.length <= 998) ids.add(`<${id}>`);
}
