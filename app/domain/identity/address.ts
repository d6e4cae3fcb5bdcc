const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
const bytes = (text: string) => new TextEncoder().encode(text).length;

// Letters, digits, the marks of RFC 5322's atext, dots wherever providers allow them, and letters of any script (RFC 6531).
const ATOMS = /^(?:[\w!#$%&'*+\-/=?^`{|}~.]|[^\p{ASCII}\p{C}\p{Z}])+$/u;
const QUOTED = /^"(?:[^"\\\p{C}]|\\[^\p{C}])+"$/u;
// URL reads like a browser's address bar and would drop a path or a line break.
const TYPED_DOMAIN = /^(?:[\w.-]|[^\p{ASCII}\p{C}\p{Z}])+$/u;
const DOMAIN =
  /^(?=.{1,253}$)(?!.*\.\d+$)(?!\d+$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

/**
 * A bare mail address (RFC 5321, 6531) in the one form in which addresses are stored and compared: trimmed, lower-case,
 * domain in ASCII, tags kept, at most 254 octets. Null when it is none; display names and angle brackets are none.
 */
export function normaliseAddress(raw: string): string | null {
  const text = raw.trim();
  const at = text.lastIndexOf("@");
  if (at < 1 || bytes(text) > 4 * MAX_ADDRESS) return null;
  const local = text.slice(0, at).normalize("NFC").toLowerCase().normalize("NFC");
  const typed = text.slice(at + 1);
  const domain = TYPED_DOMAIN.test(typed) ? toAscii(typed) : "";
  if (bytes(local) > MAX_LOCAL || !(ATOMS.test(local) || QUOTED.test(local)) || !DOMAIN.test(domain)) return null;
  const address = `${local}@${domain}`;
  return bytes(address) > MAX_ADDRESS ? null : address;
}

/** The domain of an address in normal form. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** A domain's ASCII form by UTS #46, empty when it has none. */
function toAscii(domain: string): string {
  const url = `http://${domain}`;
  return URL.canParse(url) ? new URL(url).hostname : "";
}
