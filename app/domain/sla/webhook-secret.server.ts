import { hkdfSync } from "node:crypto";
import { config } from "~/platform/config.server";

/**
 * The key that webhooks are signed with, as receivers are given it (Standard Webhooks: `whsec_` and base64). It comes from
 * the installation's secret by HKDF (RFC 5869) and changes with it.
 */
export const webhookSecret = (): string =>
  `whsec_${Buffer.from(hkdfSync("sha256", config().secret, "sportello", "webhook/signature", 32)).toString("base64")}`;
