import { domainToASCII } from "node:url";

/** A domain in lower case and ASCII (RFC 5891), without a final dot; "" when it is none. */
export const asciiDomain = (domain: string): string =>
  /^[^\s/?#%@:\\[\]]+$/.test(domain) && domain.length <= 255
    ? domainToASCII(domain.replace(/\.$/, "")).toLowerCase()
    : "";

/** The domain of a mail address, as asciiDomain. */
export const domainOf = (address: string): string => asciiDomain(address.slice(address.lastIndexOf("@") + 1));
