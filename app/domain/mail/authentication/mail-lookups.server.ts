import type { DNSResolver } from "mailauth";
import { dnsError, resolveDns, type DnsAnswer } from "./dns-cache.server";

/** The questions one check of one mail may ask. `failed`: DNS did not answer one of them. */
export type MailLookups = { resolve: DNSResolver; failed: () => boolean };

/** Lookups up to a number and a point in time (milliseconds since 1970); beyond them each fails as if DNS were silent. */
export function mailLookups(most: number, deadline: number): MailLookups {
  let asked = 0;
  let failed = false;
  const resolve = async (name: string, type: string): Promise<DnsAnswer> => {
    try {
      if (++asked > most) throw dnsError("ETIMEOUT", "too many questions to DNS for one mail");
      return await beforeDeadline(resolveDns(name, type), deadline);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== "ENOTFOUND" && code !== "ENODATA") failed = true;
      throw error;
    }
  };
  // The declared answer of mailauth knows only TXT and addresses; its code takes what node:dns gives for each type.
  return { resolve: resolve as DNSResolver, failed: () => failed };
}

function beforeDeadline(answer: Promise<DnsAnswer>, deadline: number): Promise<DnsAnswer> {
  const left = deadline - Date.now();
  if (left <= 0) {
    answer.catch(() => undefined);
    return Promise.reject(dnsError("ETIMEOUT", "no time is left to ask DNS for this mail"));
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(dnsError("ETIMEOUT", "no time is left to ask DNS for this mail")), left);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
