import { createHash, timingSafeEqual } from "node:crypto";
import { config } from "~/platform/config.server";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether an Authorization header carries INBOUND_TOKEN as bearer; compared in constant time. False when it is unset. */
export function hasInboundToken(authorization: string | null): boolean {
  const { inboundToken } = config();
  const given = /^bearer\s+(\S+)\s*$/i.exec(authorization ?? "")?.[1];
  return Boolean(inboundToken && given && timingSafeEqual(digest(given), digest(inboundToken)));
}
