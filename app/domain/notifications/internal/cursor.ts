import { isId } from "~/lib/id";

/** Where a page ended: instant and id of its last row. */
export const writeCursor = ({ at, id }: { at: Date; id: string }): string => `${at.getTime()}.${id}`;

/** Null for none and for what is no cursor of ours. */
export function readCursor(text: string | null): { at: Date; id: string } | null {
  const [ms = "", id = ""] = (text ?? "").split(".");
  return /^\d{1,13}$/.test(ms) && isId(id) ? { at: new Date(Number(ms)), id } : null;
}
