import { normaliseAddress } from "~/domain/identity/address";

const PATTERN = /^\*(\+[\w.-]{1,60})?@([^@\s*]+)$/i;

/** Whether an address of a queue stands for many: `*+returns@northwind.example`, `*@northwind.example`. */
export const isPattern = (address: string): boolean => address.includes("*");

/**
 * A queue's address in normal form: an address, also one with a tag behind a plus, or a star for the whole local part or
 * for all before the tag. Null when it is none of these.
 */
export function normaliseQueueAddress(raw: string): string | null {
  const text = raw.trim();
  if (!isPattern(text)) return normaliseAddress(text);
  const [, tag = "", domain = ""] = PATTERN.exec(text) ?? [];
  const example = normaliseAddress(`x${tag}@${domain}`);
  return example && `*${example.slice(1)}`;
}
