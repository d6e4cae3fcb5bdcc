import { lookup } from "node:dns/promises";
import { BlockList, isIP, isIPv6 } from "node:net";
import { ImapFailure } from "./imap-problem";

/**
 * Where no mail server stands: unspecified, link-local (where clouds answer with credentials), multicast and reserved
 * networks, and two clouds' own addresses elsewhere.
 */
const FORBIDDEN = new BlockList();
FORBIDDEN.addSubnet("0.0.0.0", 8, "ipv4");
FORBIDDEN.addSubnet("169.254.0.0", 16, "ipv4");
FORBIDDEN.addSubnet("224.0.0.0", 3, "ipv4");
FORBIDDEN.addAddress("100.100.100.200", "ipv4");
FORBIDDEN.addAddress("::", "ipv6");
FORBIDDEN.addSubnet("fe80::", 10, "ipv6");
FORBIDDEN.addSubnet("ff00::", 8, "ipv6");
FORBIDDEN.addAddress("fd00:ec2::254", "ipv6");

const isForbidden = (address: string): boolean => {
  const bare = address.replace(/%.*$/, "");
  return FORBIDDEN.check(bare, isIPv6(bare) ? "ipv6" : "ipv4");
};

/**
 * Refuses a host with an address at which no mailbox is asked for (ImapFailure `not_allowed`). Loopback and private
 * networks are allowed: a company's mail server stands there, and a server that does not greet as IMAP hears nothing.
 * Rejects as node:dns does for a name that nobody knows.
 */
export async function assertReachable(host: string): Promise<void> {
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  if (addresses.some(isForbidden)) throw new ImapFailure("not_allowed", host);
}
