/** Results of RFC 8601, 2.7; `unknown` when it could not be looked at (no client address, a relay of one's own). */
export const AUTH_RESULTS = [
  "pass",
  "fail",
  "softfail",
  "neutral",
  "none",
  "policy",
  "temperror",
  "permerror",
  "unknown",
] as const;
export type AuthResult = (typeof AUTH_RESULTS)[number];

/** Who a mail proves to be from. Domains are in lower case, in ASCII. */
export type AuthResults = {
  /** `own`: looked up here; `relay`: said by a relay that the settings trust; `none`: nothing could be looked at. */
  by: "own" | "relay" | "none";
  spf: { result: AuthResult; domain: string };
  dkim: { result: AuthResult; domain: string; selector: string }[];
  /** `policy` is what the domain asks for (RFC 7489): none, quarantine or reject; "" without a record. */
  dmarc: { result: AuthResult; domain: string; policy: string };
  arc: { result: AuthResult };
};
