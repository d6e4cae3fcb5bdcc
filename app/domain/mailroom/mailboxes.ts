import { domainOf, normaliseAddress } from "~/domain/identity/address";

/**
 * An address of ours that takes mail, in lower case. A pattern stands for many: `*+returns@x` for that tag behind any
 * name at the domain, `*@x` for whatever else is written to the domain.
 */
export type Mailbox = {
  address: string;
  queueId: string;
  /** `none`: mail that came here gets no automatic answer. */
  answer?: string;
};

export type Mailboxes = {
  /** By address, patterns included. */
  byAddress: ReadonlyMap<string, Mailbox>;
  /** The first queue of all, for mail that names none of ours. */
  firstQueueId: string | null;
};

/** Whether the address is written for many. */
export const isPattern = (address: string): boolean => address.startsWith("*");

/**
 * The queue's mailbox that an address belongs to: the address itself, then a tag that has a mailbox of its own, then the
 * address without its last tags, then the domain's catch-all; null for an address of somebody else.
 */
export function mailboxOf({ byAddress }: Mailboxes, raw: string): Mailbox | null {
  const address = normal(raw);
  if (isPattern(address)) return null;
  return ownMailboxOf(byAddress, address) ?? byAddress.get(`*@${domainOf(address)}`) ?? null;
}

/** Whether mail from there is written by one of our mailboxes. A catch-all makes nobody's address ours. */
export const isOwnMailbox = ({ byAddress }: Mailboxes, raw: string): boolean =>
  ownMailboxOf(byAddress, normal(raw)) !== null;

/** Every domain that a mailbox of ours is at. */
export const mailboxDomains = ({ byAddress }: Mailboxes): Set<string> => new Set([...byAddress.keys()].map(domainOf));

// A tag with a reply key may make the local part longer than the 64 octets that RFC 5321 allows.
const normal = (raw: string): string => normaliseAddress(raw) ?? raw.trim().toLowerCase();

function ownMailboxOf(boxes: ReadonlyMap<string, Mailbox>, address: string): Mailbox | null {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at);
  for (let local = address.slice(0, at); ;) {
    const exact = boxes.get(local + domain);
    if (exact) return exact;
    const plus = local.lastIndexOf("+");
    if (plus <= 0) return null;
    const tagged = boxes.get(`*${local.slice(plus)}${domain}`);
    if (tagged) return tagged;
    local = local.slice(0, plus);
  }
}
