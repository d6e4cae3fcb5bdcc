import { isIPv6 } from "node:net";

const unmapped = (ip: string) => ip.toLowerCase().replace(/^::ffff:(?=\d)/, "");

/** Loopback, link-local and private networks (RFC 1918, 3927, 4193), where one's own relay stands. */
export function isOwnNetwork(ip: string): boolean {
  const address = unmapped(ip);
  return (
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ||
    /^(::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(address)
  );
}

/** What limits count as one client: an IPv4 address, or the /64 that one IPv6 subscriber has to himself. */
export function clientOf(ip: string): string {
  const address = unmapped(ip);
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const whole = [...groups, ...Array<string>(zeros).fill("0"), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
