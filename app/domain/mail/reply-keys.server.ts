import { config } from "~/platform/config.server";
import { fromBase32, toBase32 } from "./base32";
import { isSigned, signMailId } from "./internal/mail-mac.server";

const PURPOSE = "reply-key";
const MAX_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
const KEY = /(?:^|[<+\s])k\.([a-z2-7]{26})\.([a-z2-7]{16})@/i;
/** What a key looks like after somebody changed or cut it. */
const LOOKS_LIKE_KEY = /(?:^|[<+\s])k\.[a-z0-9]{16,40}\.[a-z0-9]{8,32}@/i;

/** `k.{id}.{mac}`: the outbound mail's id and its signature, 45 characters of [a-z2-7.]. */
export function makeReplyKey(outboundId: string): string {
  const id = idBytes(outboundId);
  return `k.${toBase32(id)}.${toBase32(signMailId(PURPOSE, id))}`;
}

/** The Message-ID of an outbound mail: its reply key at the installation's mail domain. */
export const makeMessageId = (outboundId: string): string => `<${makeReplyKey(outboundId)}@${config().mail.domain}>`;

/** Where an answer goes: the address with the key behind a plus; without the key when the local part grew too long. */
export function makeReplyAddress(address: string, outboundId: string): string {
  const at = address.lastIndexOf("@");
  const local = `${address.slice(0, at)}+${makeReplyKey(outboundId)}`;
  return local.length > MAX_LOCAL_PART ? address : `${local}${address.slice(at)}`;
}

/**
 * Finds a reply key in an address or a Message-ID: the mail it was issued for; "forged" when it has the shape of a key
 * and no valid signature; null when there is none.
 */
export function readReplyKey(text: string): { outboundId: string } | "forged" | null {
  const match = KEY.exec(text);
  if (!match) return LOOKS_LIKE_KEY.test(text) ? "forged" : null;
  const id = fromBase32(match[1]!);
  const mac = fromBase32(match[2]!);
  return id?.length === 16 && mac && isSigned(PURPOSE, id, mac) ? { outboundId: idText(id) } : "forged";
}

const idBytes = (id: string): Uint8Array => Buffer.from(id.replaceAll("-", ""), "hex");

function idText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
