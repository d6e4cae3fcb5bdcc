import { config } from "~/platform/config.server";

const LOCAL = /^file\.([a-z0-9]{8,64})$/;

/** The key in an agent's private filing address, `file.<key>@<mail domain>`; null for every other address. */
export function filingKeyIn(address: string): string | null {
  const [local = "", domain] = address.trim().toLowerCase().split("@");
  return domain === config().mail.domain ? (LOCAL.exec(local)?.[1] ?? null) : null;
}

/** The private filing address of a key. */
export const filingAddressOf = (key: string): string => `file.${key}@${config().mail.domain}`;

/** An address as others may see it: who reads a private filing address could file mail as its agent. */
export const withoutFilingKey = (address: string): string =>
  filingKeyIn(address) ? `file@${config().mail.domain}` : address;
