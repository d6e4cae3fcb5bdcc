import { normaliseAddress } from "~/domain/identity/address";

/** An address of ours that takes mail, in normal form and without a plus-tag. */
export type Mailbox = { address: string; queueId: string };
export type Mailboxes = ReadonlyMap<string, Mailbox>;

/** The queue's mailbox that an address belongs to, tags after a plus left aside; null for an address of somebody else. */
export function mailboxOf(boxes: Mailboxes, raw: string): Mailbox | null {
  // A tag with a reply key may make the local part longer than the 64 octets that RFC 5321 allows.
  const address = normaliseAddress(raw) ?? raw.trim().toLowerCase();
  return boxes.get(address) ?? boxes.get(withoutTag(address)) ?? null;
}

function withoutTag(address: string): string {
  const at = address.lastIndexOf("@");
  const plus = address.indexOf("+");
  return plus > 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
}
