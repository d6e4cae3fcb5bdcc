import { isId } from "~/lib/id";

/** Where a walk through a list by name stands: beside this row, going on or back. */
export type NameCursor = { back: boolean; name: string; id: string };

export function encodeNameCursor({ back, name, id }: NameCursor): string {
  return Buffer.from(`${back ? "b" : "f"}${id}${name}`).toString("base64url");
}

/** Null for the first page, and for anything that is not a cursor of ours. */
export function decodeNameCursor(text: string | null | undefined): NameCursor | null {
  const [, way, id = "", name = ""] =
    /^([bf])(.{36})([^\0]{0,200})$/su.exec(Buffer.from(text ?? "", "base64url").toString()) ?? [];
  return way && isId(id) ? { back: way === "b", name, id } : null;
}
