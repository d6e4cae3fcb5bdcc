import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { config } from "~/platform/config.server";

const MAC_BYTES = 10;
const keys = new Map<string, Buffer>();

function keyFor(purpose: string): Buffer {
  const { secret } = config();
  const name = `${purpose} ${secret}`;
  let key = keys.get(name);
  if (!key) keys.set(name, (key = Buffer.from(hkdfSync("sha256", secret, "sportello", `mail/${purpose}`, 32))));
  return key;
}

/** First 80 bits of HMAC-SHA-256 under a key that the secret gives for this purpose alone (HKDF, RFC 5869). */
export const signMailId = (purpose: string, id: Uint8Array): Uint8Array =>
  createHmac("sha256", keyFor(purpose)).update(id).digest().subarray(0, MAC_BYTES);

/** Compares in constant time. */
export const isSigned = (purpose: string, id: Uint8Array, mac: Uint8Array): boolean =>
  mac.length === MAC_BYTES && timingSafeEqual(signMailId(purpose, id), mac);
