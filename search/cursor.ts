/**
 * Where a page ended. `now` and `weights` are those of the first page, so that scores stay what they were; `groups` were
 * found, or at least as many when `capped`.
 */
export type Cursor = {
  score: number;
  group: string;
  now: number;
  groups: number;
  capped: boolean;
  weights: Record<string, number>;
};

/** An opaque mark, of use only with the same question. */
export const writeCursor = ({ score, group, now, groups, capped, weights }: Cursor): string =>
  Buffer.from(JSON.stringify([score, group, now, groups, capped, weights])).toString("base64url");

/** Null for what is no cursor: the first page is shown then. */
export function readCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null;
  try {
    const [score, group, now, groups, capped, weights]: unknown[] = JSON.parse(
      Buffer.from(text, "base64url").toString("utf8"),
    );
    if (typeof score !== "number" || typeof group !== "string" || typeof now !== "number") return null;
    if (typeof groups !== "number" || typeof capped !== "boolean") return null;
    if (typeof weights !== "object" || weights === null) return null;
    const numbers = Object.entries(weights).filter((entry): entry is [string, number] => typeof entry[1] === "number");
    return { score, group, now, groups, capped, weights: Object.fromEntries(numbers) };
  } catch {
    return null;
  }
}
