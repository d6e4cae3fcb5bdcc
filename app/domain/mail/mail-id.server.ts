import { createHash } from "node:crypto";

/** The id of a mail that follows from one fact alone: the same for every rerun, in the fact's place in time (UUID v8). */
export function mailIdFor(eventId: string, purpose: string): string {
  const hex = createHash("sha256").update(`${eventId} ${purpose}`).digest("hex");
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${eventId.slice(0, 13)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
