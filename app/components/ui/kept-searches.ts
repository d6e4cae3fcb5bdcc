const KEPT = 6;
const LONGEST = 200;

/** What was searched for in this browser, the newest first. A forbidden store holds nothing. */
export function readKeptSearches(key: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Keeps a search, the newest six, each once. */
export function keepSearch(key: string, typed: string): void {
  const query = typed.replace(/\s+/g, " ").trim();
  if (!query || query.length > LONGEST) return;
  const others = readKeptSearches(key).filter((kept) => kept.toLowerCase() !== query.toLowerCase());
  write(key, JSON.stringify([query, ...others].slice(0, KEPT)));
}

export const forgetKeptSearches = (key: string): void => write(key, null);

function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    return;
  }
}
