import { domainOf, normaliseAddress } from "~/domain/identity/address";

/** The entries of the block list that would meet mail from these addresses: each itself, its domain and the domains above. */
export function entriesFor(addresses: readonly (string | null | undefined)[]): string[] {
  const entries = new Set<string>();
  for (const raw of addresses) {
    const address = raw ? normaliseAddress(raw) : null;
    if (!address) continue;
    entries.add(address);
    const labels = domainOf(address).split(".");
    for (let i = 0; i < labels.length; i++) entries.add(`@${labels.slice(i).join(".")}`);
  }
  return [...entries];
}
