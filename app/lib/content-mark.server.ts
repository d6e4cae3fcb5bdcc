import { createHash } from "node:crypto";

/** Names what a form was made from: equal for equal content, so that a form filled in meanwhile outdated is noticed. */
export function contentMark(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 16);
}
