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

/** What the audit log keeps: of an address only that it was one. */
export const blockedEvent = (entry: string) =>
  entry.startsWith("@")
    ? ({ kind: "domain", domain: entry.slice(1) } as const)
    : ({ kind: "address", domain: domainOf(entry) } as const);

/** An entry in the form in which it is stored; null when it is neither an address nor a domain. */
export function normaliseEntry(raw: string): string | null {
  const text = raw.trim();
  if (!text.startsWith("@") && text.includes("@")) return normaliseAddress(text);
  const probe = normaliseAddress(`x@${text.replace(/^@/, "").replace(/^\*\./, "")}`);
  return probe && domainOf(probe).includes(".") ? `@${domainOf(probe)}` : null;
}
